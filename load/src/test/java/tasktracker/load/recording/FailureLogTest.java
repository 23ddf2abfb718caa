package tasktracker.load.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureLogTest {
  private static final Endpoint HOME = new Endpoint("GET", "/");
  private static final Instant AT = Instant.EPOCH;

  @Test
  void countsMessagesWithoutEndInOneSum() {
    FailureLog log = new FailureLog();
    for (int i = 0; i < 113_000; i++) {
      log.add(HOME, Outcome.HTTP_ERROR, "message " + i, "example", AT.plusMillis(i));
    }
    log.add(HOME, Outcome.HTTP_ERROR, "message 0", "example", AT);
    log.add(HOME, Outcome.PROTOCOL_ERROR, "of another kind", "example", AT);

    assertThat(log.list()).hasSize(FailureLog.MOST_MESSAGES + 2);
    assertThat(log.list().stream().mapToLong(Failures::count).sum()).isEqualTo(113_002);
    assertThat(log.list())
        .filteredOn(failures -> failures.message().equals("other messages"))
        .singleElement()
        .satisfies(others -> {
          assertThat(others.count()).isEqualTo(113_000 - FailureLog.MOST_MESSAGES);
          assertThat(others.firstSeen()).isEqualTo(AT.plusMillis(FailureLog.MOST_MESSAGES));
          assertThat(others.lastSeen()).isEqualTo(AT.plusMillis(112_999));
        });
  }

  @Test
  void keepsOneSumWhereTheLogsOfTwoGeneratorsComeTogether() {
    FailureLog both = new FailureLog();
    for (int generator = 0; generator < 2; generator++) {
      FailureLog one = new FailureLog();
      for (int i = 0; i < 1_000; i++) {
        one.add(HOME, Outcome.HTTP_ERROR, generator + " " + i, "", AT);
      }
      one.list().forEach(both::add);
    }

    assertThat(both.list()).hasSize(FailureLog.MOST_MESSAGES + 1);
    assertThat(both.list().stream().mapToLong(Failures::count).sum()).isEqualTo(2_000);
  }

  @Test
  void countsExceptionsWithoutEndInOneSum() {
    ErrorLog log = new ErrorLog();
    for (int i = 0; i < 5_000; i++) {
      log.add(new ScenarioError("message " + i, "trace " + i, 1));
    }

    assertThat(log.list()).hasSizeLessThanOrEqualTo(101);
    assertThat(log.list().stream().mapToLong(ScenarioError::count).sum()).isEqualTo(5_000);
    assertThat(log.list().getFirst().message()).isEqualTo("other messages");
  }
}
