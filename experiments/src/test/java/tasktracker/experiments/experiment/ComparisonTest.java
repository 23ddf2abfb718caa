package tasktracker.experiments.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void countsTheProcessesThatAreCompared() {
    SweepSettings settings =
        SampleSettings.of(List.of("monolith", "microservices"), List.of(10), 1);

    assertThat(Comparison.of(settings))
        .isEqualTo(
            "monolith (1 service process, 1 database) with microservices (10 service processes, 2"
                + " databases); 2 CPUs in all for each architecture");
  }
}
