package tasktracker.report.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.failure.FailureResult;

class FailureReportTest {
  @TempDir private Path folder;

  @Test
  void beginsWithTheVerdictInEveryForm() throws IOException {
    FailureReport report = FailureReport.of(List.of(SampleFailure.of("microservices", 30)));

    report.write(folder);

    String verdict = report.verdict().getFirst();
    String html = Files.readString(folder.resolve("failure_report.html"));
    assertThat(html).contains("<li>" + verdict + "</li>");
    assertThat(html.indexOf(verdict)).isLessThan(html.indexOf("<section"));
    assertThat(Files.readString(folder.resolve("summary.md")))
        .startsWith("# Failure experiment\n\ntasktracker\\_task\\_service was stopped")
        .contains("| microservices | tasktracker\\_task\\_service | stop-start | 11.0 s | 12 ms |")
        .contains("./tasktracker failure --arch microservices");
  }

  @Test
  void needsNoNetwork() throws IOException {
    FailureReport.of(List.of(SampleFailure.of("microservices", 30))).write(folder);

    assertThat(
            Files.readString(folder.resolve("failure_report.html"))
                .replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://", "src=");
  }

  @Test
  void escapesWhatComesFromFiles() throws IOException {
    FailureResult hostile =
        SampleFailure.of(
            "<script>alert(1)</script>",
            SampleFailure.CLEAN,
            List.of("<img src=x onerror=alert(1)>"),
            30);

    FailureReport.of(List.of(hostile)).write(folder);

    assertThat(Files.readString(folder.resolve("failure_report.html")))
        .doesNotContain("<script>alert", "<img");
  }

  @Test
  void saysTheSameOfResultsThatWereReadFromTheDisk() {
    FailureResult result = SampleFailure.of("microservices", 30);
    FailureFolder results = new FailureFolder(folder);
    results.write("", result, List.of());

    assertThat(FailureReport.of(results.read().values()).verdict())
        .isEqualTo(FailureReport.of(List.of(result)).verdict());
  }
}
