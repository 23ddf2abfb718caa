package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedSystemsTest {

  private static final SweepSettings SETTINGS =
      SampleSettings.of(List.of("monolith", "microservices"), List.of(10), 1);

  @Test
  void countsTheProcessesThatAreCompared() {
    assertThat(ComparedSystems.of(SETTINGS, Optional.empty()))
        .isEqualTo(
            "monolith (1 service process, 1 database) with microservices (10 service processes, 2"
                + " databases); 0.5 CPU at most for each instance");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.5 | QUOTA |                 | 1.5 CPUs in all for each architecture (CPU quota)
          1   | SET   |                 | 1 CPU in all for each architecture (CPU set)
          2   | SET   | systemd rules   | 2 CPUs in all for each architecture (CPU set, because systemd rules)
          """)
  void saysWhatHoldsTheBudget(double cpus, CpuBudget.Kind kind, String reason, String words) {
    assertThat(ComparedSystems.of(SETTINGS, Optional.of(new CpuBudget(cpus, kind, reason))))
        .endsWith("; " + words);
  }
}
