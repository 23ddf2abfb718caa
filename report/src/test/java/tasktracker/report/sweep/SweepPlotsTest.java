package tasktracker.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tasktracker.error.UsageException;
import tasktracker.results.ReferenceData;
import tasktracker.results.ResultsFolder;

class SweepPlotsTest {

  private static final String[] NAMES = {
    "latency_p50_vs_concurrency.png",
    "latency_p95_vs_concurrency.png",
    "latency_p99_vs_concurrency.png",
    "throughput_vs_concurrency.png",
    "error_rate_vs_concurrency.png",
    "cpu_vs_concurrency.png",
    "efficiency_vs_concurrency.png",
    "memory_vs_concurrency.png",
    "crossover_analysis.png"
  };

  @TempDir Path folder;

  static Stream<Named<UnaryOperator<SampleSweep>>> sweeps() {
    return Stream.of(
        Named.of("one architecture", sweep -> sweep.run("monolith", 10, 20).run("monolith", 50, 9)),
        Named.of("one level", sweep -> sweep.run("monolith", 50, 20).run("microservices", 50, 9)),
        Named.of("nothing but a run without requests", s -> s.runWithoutRequests("monolith", 50)),
        Named.of(
            "three architectures with long names",
            sweep ->
                sweep
                    .run("a modular monolith with " + "many ".repeat(30) + "modules", 10, 20)
                    .run("микросервисы", 10, 30)
                    .run("サーバーレス/🚀", 200, 40)));
  }

  @ParameterizedTest
  @MethodSource("sweeps")
  void drawsAllPlotsOf(UnaryOperator<SampleSweep> sweep) throws IOException {
    assertNinePlots(sweep.apply(new SampleSweep(folder)).folder());
  }

  @Test
  void drawsTheReferenceDataAsItIs() throws IOException {
    assertNinePlots(ResultsFolder.open(ReferenceData.folder()));
  }

  @Test
  void saysThatThereIsNothingToShowBeforeARunEnded() {
    ResultsFolder empty =
        new SampleSweep(folder).failure("monolith", 10, "port 9000 is taken").folder();

    assertThatThrownBy(() -> SweepFindings.of(empty))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no run has ended");
  }

  private void assertNinePlots(ResultsFolder results) throws IOException {
    Path plots = folder.resolve("new/plots");

    List<Path> files = SweepPlots.draw(SweepFindings.of(results), plots);

    assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly(NAMES);
    try (var written = Files.list(plots)) {
      assertThat(written).containsExactlyInAnyOrderElementsOf(files);
    }
    for (Path file : files) {
      BufferedImage image = ImageIO.read(file.toFile());
      assertThat(image.getWidth()).isEqualTo(1920);
      assertThat(image.getHeight()).isEqualTo(1080);
    }
  }
}
