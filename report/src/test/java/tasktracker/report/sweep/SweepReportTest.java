package tasktracker.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.results.ReferenceData;
import tasktracker.results.ResultsFolder;

class SweepReportTest {

  private static final int LARGEST = 1_500_000;

  @TempDir Path parent;

  @Test
  void theSameFolderGivesTheSamePage() {
    SampleSweep sweep = new SampleSweep(parent).run("monolith", 10, 20).run("serverless", 10, 30);

    assertThat(page(sweep)).isEqualTo(page(sweep));
  }

  @Test
  void saysEverySentenceOfTheVerdict() {
    SampleSweep sweep = new SampleSweep(parent);
    for (double noise : new double[] {-1, 0.2, 0.8}) {
      sweep.run("monolith", 10, 20 + noise).run("microservices", 10, 40 - noise);
    }

    assertThat(SweepFindings.of(sweep.folder()).analysis().verdict())
        .hasSize(3)
        .allSatisfy(sentence -> assertThat(page(sweep)).contains("<li>" + sentence + "</li>"));
  }

  @Test
  void showsARunThatFailedAndWhy() {
    SampleSweep sweep =
        new SampleSweep(parent)
            .run("monolith", 10, 20)
            .failure("monolith", 50, "port 9000 is <taken>");

    assertThat(page(sweep)).contains("run_001_monolith_c50: port 9000 is &lt;taken&gt;");
  }

  @Test
  void showsOneArchitectureWithoutComparingIt() {
    assertThat(page(new SampleSweep(parent).run("monolith", 10, 20)))
        .contains("Monolith, 10 users", "nothing to compare it with")
        .doesNotContain("id=\"levels\"");
  }

  @Test
  void anInvalidRunIsShownAndNamed() {
    SampleSweep sweep =
        new SampleSweep(parent)
            .run("monolith", 10, 20)
            .invalidRun("monolith", 10, 900, "the generator was the bottleneck");

    assertThat(page(sweep))
        .contains("run_001_monolith_c10: the generator was the bottleneck")
        .contains("<td class=\"problem\">INVALID</td>");
  }

  @Test
  void reportsTheReferenceDataHonestly() {
    String page =
        SweepReport.of(SweepFindings.of(ResultsFolder.open(ReferenceData.folder()))).toHtml();

    assertThat(page).hasSizeLessThan(LARGEST);
    assertThat(page)
        .contains(
            "One run each and no interval: sizes, not findings", "not judged", "not recorded");
  }

  private static String page(SampleSweep sweep) {
    return SweepReport.of(SweepFindings.of(sweep.folder())).toHtml();
  }
}
