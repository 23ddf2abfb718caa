package tasktracker.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.load.LoadResult;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.report.locust.LocustFiles;

/** Where Java writes numbers in other digits, say those of Egypt, files have the digits 0 to 9. */
class DigitsTest {
  private static final List<LoadModel> MODELS =
      List.of(
          new OpenModel(Arrivals.constant(200), 500),
          new ClosedModel(64, 64, ThinkTime.parse("50ms-150ms")));

  private final Locale usual = Locale.getDefault();

  @TempDir private Path folder;

  @BeforeEach
  void useDigitsOfEgypt() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    assertThat("%d".formatted(1)).isEqualTo("\u0661");
  }

  @AfterEach
  void useUsualDigits() {
    Locale.setDefault(usual);
  }

  @Test
  void writesReportsAndFilesWithTheUsualDigits() throws Exception {
    for (LoadModel model : MODELS) {
      LoadResult result = new SampleRun(model, 30, 200).result();
      LocustFiles.write(result, folder);

      assertUsual(LoadReport.of(result, List.of()).toHtml());
      assertUsual(String.join("\n", TextReport.of(result)));
      assertUsual(String.join("\n", result.validity().reasons()));
      assertUsual(model.toString());
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertUsual(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
  }

  private static void assertUsual(String text) {
    assertThat(
            text.chars().filter(c -> c > 127 && Character.isDigit(c)).mapToObj(Character::getName))
        .as(text)
        .isEmpty();
  }
}
