package tasktracker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.analysis.verdict.Overview;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.report.sweep.SweepReport;

@ExtendWith(RunningBrowser.class)
class SweepReportTest {

  @TempDir static Path folder;

  private static SweepFindings findings;
  private static Path report;

  @BeforeAll
  static void write() {
    findings = RecordedSweep.in(folder);
    report = folder.resolve("report.html");
    SweepReport.of(findings).write(report);
  }

  @Test
  void theVerdictIsOnTheFirstScreen(Browser browser) {
    try (OpenedPage opened = OpenedPage.onDesktop(browser, report)) {
      Overview overview = Overview.of(findings.analysis());

      assertThat(opened.page().locator("h1")).hasText(overview.headlines().getFirst());
      assertThat(opened.page().locator(".matrix tbody tr"))
          .hasCount(overview.matrices().getFirst().rows().size());
      var box = opened.page().getByText(overview.limits()).boundingBox();
      assertThat(box.y + box.height).isLessThan(800);
    }
  }

  @Test
  void thePointerReadsTheValuesOfALevel(Browser browser) {
    try (OpenedPage opened = OpenedPage.onDesktop(browser, report)) {
      Locator plot = crossover(opened.page());
      assertThat(plot.locator(".readout")).isHidden();

      plot.locator("svg").hover(new Locator.HoverOptions().setPosition(1000, 150));

      assertThat(plot.locator(".readout")).isVisible();
      assertThat(plot.locator(".readout")).containsText("200 users");
      assertThat(plot.locator(".readout tr").first())
          .hasText(Pattern.compile("monolith24(\\.\\d)?\\[23\\.\\d–24\\.\\d]"));
    }
  }

  @Test
  void arrowKeysReadTheValuesAndSayThem(Browser browser) {
    try (OpenedPage opened = OpenedPage.onDesktop(browser, report)) {
      Locator plot = crossover(opened.page());
      Locator readout = plot.locator(".readout");
      plot.locator("svg").focus();

      plot.locator("svg").press("ArrowRight");
      assertThat(readout).containsText("10 users");
      plot.locator("svg").press("ArrowRight");
      assertThat(readout).containsText("50 users");
      plot.locator("svg").press("End");
      assertThat(readout).containsText("200 users");
      assertThat(plot.locator("[aria-live]")).containsText("200 users");
      plot.locator("svg").press("Escape");
      assertThat(readout).isHidden();
    }
  }

  @Test
  void theScaleOfTheValuesCanBeLogarithmic(Browser browser) {
    try (OpenedPage opened = OpenedPage.onDesktop(browser, report)) {
      Page page = opened.page();
      Locator figure = page.locator("#crossover figure");
      Locator button = figure.getByText("Logarithmic values");
      assertThat(figure.locator("svg text").getByText("0", exact())).hasCount(2);

      button.press("Enter");

      assertThat(button).hasAttribute("aria-pressed", "true");
      assertThat(figure.locator("svg text").getByText("0", exact())).hasCount(0);
      assertThat(figure.locator("svg text").getByText("5", exact())).hasCount(1);
      button.press("Enter");
      assertThat(button).hasAttribute("aria-pressed", "false");
    }
  }

  @Test
  void aLogarithmIsNotOfferedWhereAValueIsZero(Browser browser) {
    try (OpenedPage opened = OpenedPage.onDesktop(browser, report)) {
      Locator errors = opened.page().locator("figure", withHeading("Error rate"));

      assertThat(errors.getByText("Logarithmic values")).isDisabled();
    }
  }

  @Test
  void tablesSortByKeyboard(Browser browser) {
    try (OpenedPage opened = OpenedPage.onDesktop(browser, report)) {
      Locator table = opened.page().locator("#numbers table");
      Locator heading = table.locator("th", new Locator.LocatorOptions().setHasText("p95 latency"));

      heading.locator("button").press("Enter");
      assertThat(heading).hasAttribute("aria-sort", "ascending");
      assertThat(table.locator("tbody tr").first()).containsText("monolith_c10");

      heading.locator("button").press("Enter");
      assertThat(heading).hasAttribute("aria-sort", "descending");
      assertThat(table.locator("tbody tr").first()).containsText("INVALID");
    }
  }

  @Test
  void anInvalidRunIsNamedWithItsReasonAsPlainText(Browser browser) {
    try (OpenedPage opened = OpenedPage.onDesktop(browser, report)) {
      Page page = opened.page();

      assertThat(page.locator(".notice.problem").first())
          .containsText("run_018_monolith_c200: " + RecordedSweep.HOSTILE);
      assertThat(page.locator("img")).hasCount(0);
      assertThat(page.evaluate("() => window.harmed")).isNull();
    }
  }

  @Test
  void theFirstStopOfTheTabKeySkipsToTheContent(Browser browser) {
    try (OpenedPage opened = OpenedPage.onDesktop(browser, report)) {
      opened.page().keyboard().press("Tab");

      assertThat(opened.page().locator(".skip")).isFocused();
      assertThat(opened.page().locator(".skip")).isInViewport();
    }
  }

  @Test
  void withoutScriptsTheNumbersAreThereAsTables(Browser browser) {
    try (OpenedPage opened = OpenedPage.withoutScripts(browser, report)) {
      Locator figure = opened.page().locator("#crossover figure");
      figure.locator("summary").click();

      assertThat(figure.locator("table").first()).isVisible();
      assertThat(figure.locator("table").first().locator("tbody tr"))
          .containsText(List.of("10", "50", "200").toArray(String[]::new));
    }
  }

  private static Locator crossover(Page page) {
    return page.locator("#crossover .plot");
  }

  private static Page.LocatorOptions withHeading(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
