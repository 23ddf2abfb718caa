package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.error.EnvironmentException;

class ProcessLimitsTest {
  private static final String HEAD =
      "Limit                     Soft Limit           Hard Limit           Units     \n";

  @ParameterizedTest
  @CsvSource({
    "Max open files, 256, 'the limit of 256 open files (ulimit -n) is too low for a stack: allow 512 or more'",
    "Max address space, 1073741824, 1048576 KiB of address space (ulimit -v)",
    "Max data size, 1073741824, 1048576 KiB of data (ulimit -d)",
    "Max file size, 1048576, 1024 KiB in a file (ulimit -f)"
  })
  void namesALimitThatIsTooLowAndWhatWouldDo(String name, long soft, String said) {
    String line = "%-25s %-20d %-20s %s\n".formatted(name, soft, "unlimited", "units");
    assertThatThrownBy(() -> new ProcessLimits(HEAD + line).require())
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining(said)
        .hasMessageNotContaining("\n");
  }

  @Test
  void isContentWithTheLimitsOfThisMachineWithNoneAndWithAnotherSystem() {
    assertThatCode(() -> ProcessLimits.ofThisProcess().require()).doesNotThrowAnyException();
    String none = "Max open files            unlimited            unlimited            files\n";
    assertThatCode(() -> new ProcessLimits(HEAD + none).require()).doesNotThrowAnyException();
    assertThatCode(() -> new ProcessLimits("").require()).doesNotThrowAnyException();
  }
}
