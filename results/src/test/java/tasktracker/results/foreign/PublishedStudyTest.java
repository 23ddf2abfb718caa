package tasktracker.results.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A public study of k6, which is not part of the project. */
class PublishedStudyTest {
  private static final String VARIABLE = "TASKTRACKER_K6_DATA";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "r01/monolith/baseline.zip,      1129, 4.456",
    "r01/microservices/baseline.zip,  706, 6.114",
    "r02/monolith/baseline.zip,      1078, 4.4",
    "r02/microservices/stress.zip,   2623, 6.1"
  })
  void givesThePercentileThatTheStudyPublished(String zip, double p95, double perIteration)
      throws IOException {
    Path file = folder.resolve("metrics.csv");
    try (InputStream archive = Files.newInputStream(data().resolve(zip));
        ZipInputStream entries = new ZipInputStream(archive)) {
      entries.getNextEntry();
      Files.copy(entries, file);
    }

    ForeignRecords records =
        ForeignFormats.named("k6-csv").orElseThrow().read(file, ReadingProgress.NONE);
    ForeignMeasurement all = records.part(records.span());

    assertThat(all.figures().latency().p95()).isCloseTo(p95, within(p95 / 500));
    assertThat(all.figures().totalRequests() / (double) all.iterations().orElseThrow())
        .isCloseTo(perIteration, within(0.1));
    assertThat(all.recording().orElseThrow().endpoints()).hasSizeBetween(8, 20);
  }

  private static Path data() {
    Path module = Path.of("").toAbsolutePath();
    String given = System.getenv().getOrDefault(VARIABLE, "../shared/data/elicensing-k6");
    Path data = module.getParent().resolve(given).normalize();
    assumeTrue(Files.isDirectory(data), () -> "no study in " + data + "; set " + VARIABLE);
    return data;
  }
}
