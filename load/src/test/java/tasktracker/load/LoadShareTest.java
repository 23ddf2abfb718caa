package tasktracker.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadShareTest {
  @Test
  void everyNumberIsInExactlyOneShare() {
    for (int number = 0; number < 20; number++) {
      int checked = number;
      assertThat(IntStream.range(0, 7).filter(i -> new LoadShare(i, 7).holds(checked)).count())
          .isEqualTo(1);
    }
  }

  @Test
  void refusesAShareThatDoesNotExist() {
    assertThatThrownBy(() -> new LoadShare(3, 3)).hasMessage("share must be from 0 to 2, not 3");
  }
}
