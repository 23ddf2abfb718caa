package tasktracker.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final AtomicLong clock = new AtomicLong(-5);
  private final RateLimit limit = new RateLimit(3, clock::get);

  @Test
  void allowsABurstAndThenOneForEachPartOfTheMinute() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.waitFor("a")).isLessThanOrEqualTo(Duration.ZERO);
      assertThat(limit.take("a")).isZero();
    }
    assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(20));
    assertThat(limit.waitFor("a")).isEqualTo(Duration.ofSeconds(20));

    clock.addAndGet(Duration.ofSeconds(15).toNanos());
    assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(5));

    clock.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void allowsAWholeBurstAgainAfterAQuietMinute() {
    IntStream.range(0, 9).forEach(i -> limit.take("a"));
    clock.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(IntStream.range(0, 9).filter(i -> limit.take("a").isZero()).count()).isEqualTo(3);
  }

  @Test
  void keepsKeysApart() {
    IntStream.range(0, 9).forEach(i -> limit.take("a"));
    assertThat(limit.take("b")).isZero();
  }
}
