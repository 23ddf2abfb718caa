package tasktracker.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserTimeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 50, 0",
    "50, 150, 50",
    "120, 180, 60",
    "150, 400, 50",
    "0, 400, 100",
    "200, 300, 0"
  })
  void countsWhatLiesWithinTheSpan(long from, long to, long counted) {
    UserTime time = new UserTime(100, 200);

    time.add(from, to);

    assertThat(time.sum()).isEqualTo(counted);
  }
}
