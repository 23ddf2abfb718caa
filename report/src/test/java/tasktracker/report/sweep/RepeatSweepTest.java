package tasktracker.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatSweepTest {

  @TempDir Path parent;

  @Test
  void takesTheOptionsFromTheConfiguration() {
    SampleSweep sweep = new SampleSweep(parent).run("monolith", 10, 20).run("mine", 50, 30);
    sweep
        .folder()
        .writeConfig(
            Map.of(
                "architectures",
                List.of("monolith", "mine"),
                "architecture_files",
                Map.of("mine", "my files/it's mine.yaml"),
                "duration_seconds",
                60.0,
                "think_time",
                "50ms-150ms",
                "seed",
                42,
                "repeats",
                5));
    SweepFindings findings = SweepFindings.of(sweep.folder());
    RepeatSweep command = new RepeatSweep(findings);

    String options = " --duration-seconds 60 --think-time 50ms-150ms --seed 42";
    assertThat(command.wholeSweep())
        .isEqualTo(
            "./tasktracker sweep --arch 'monolith,my files/it'\\''s mine.yaml'"
                + " --concurrency-levels 10,50"
                + options
                + " --repeats 5");
    assertThat(command.oneRun(findings.recorded().runs().getFirst()))
        .isEqualTo("./tasktracker sweep --arch monolith --concurrency-levels 10" + options);
  }
}
