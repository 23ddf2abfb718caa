package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.stack.CpuSet;

class IsolationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0         | 0
          0-3,8     | 0,1,2,3,8
          1,3,5-6   | 1,3,5,6
          0-1,10-11 | 0,1,10,11
          """)
  void readsTheListsOfTheKernel(String list, String cpus) {
    assertThat(CpuSet.parse(list)).hasToString(cpus);
  }

  @Test
  void keepsNothingApartWhenSwitchedOff() {
    Isolation isolation = Isolation.plan(Isolation.Mode.OFF, RuntimeKind.EMBEDDED);

    assertThat(isolation.generator()).isEmpty();
    assertThat(isolation.stack()).isEmpty();
    assertThat(isolation.reason()).isEqualTo("switched off");
  }

  @Test
  void keepsNothingApartFromAStackOfSomeoneElse() {
    Isolation isolation = Isolation.plan(Isolation.Mode.AUTO, RuntimeKind.EXTERNAL);

    assertThat(isolation.generator()).isEmpty();
    assertThat(isolation.reason()).isEqualTo("the stack is run by someone else");
  }

  @Test
  void givesGeneratorAndStackProcessorsOfTheirOwnOrSaysWhyNot() {
    Isolation isolation = Isolation.plan(Isolation.Mode.AUTO, RuntimeKind.EMBEDDED);

    if (isolation.reason() == null) {
      List<Integer> generator = isolation.generator().orElseThrow().cpus();
      assertThat(generator).isNotEmpty();
      assertThat(isolation.stack().orElseThrow().cpus())
          .isNotEmpty()
          .doesNotContainAnyElementsOf(generator);
    } else {
      assertThat(isolation.generator()).isEmpty();
      assertThat(isolation.stack()).isEmpty();
    }
  }
}
