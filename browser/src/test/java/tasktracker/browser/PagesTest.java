package tasktracker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.report.failure.FailureReport;
import tasktracker.report.sweep.SweepReport;

/** What holds for every page of the lab. */
@ExtendWith(RunningBrowser.class)
class PagesTest {

  private static final long LARGEST = 1_500_000;

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws Exception {
    SweepReport.of(RecordedSweep.in(folder)).write(folder.resolve("report.html"));
    FailureReport.of(RecordedFailure.in(folder).read().values()).write(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "failure_report.html"})
  void needsNoNetworkAndComplainsOfNothing(String name, Browser browser) throws Exception {
    Path file = folder.resolve(name);
    assertThat(Files.size(file)).isLessThan(LARGEST);

    try (OpenedPage opened = OpenedPage.onDesktop(browser, file)) {
      assertThat(opened.page().locator("h1")).isVisible();
      assertThat(opened.complaints()).isEmpty();
      assertThat(opened.requests())
          .allSatisfy(request -> assertThat(request).matches("data:.*|" + file.toUri()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "failure_report.html"})
  void isLegibleInTheDark(String name, Browser browser) {
    try (OpenedPage opened = OpenedPage.inTheDark(browser, folder.resolve(name))) {
      assertThat(opened.background()).isNotEqualTo("rgb(255, 255, 255)");
      assertThat(opened.contrast()).isGreaterThan(7);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "failure_report.html"})
  void fitsAPhone(String name, Browser browser) {
    try (OpenedPage opened = OpenedPage.onPhone(browser, folder.resolve(name))) {
      assertThat(opened.page().evaluate("() => document.documentElement.scrollWidth"))
          .isEqualTo(390);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "failure_report.html"})
  void isPrintedInBlackOnWhiteWithoutControls(String name, Browser browser) {
    try (OpenedPage opened = OpenedPage.inTheDark(browser, folder.resolve(name))) {
      Page page = opened.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(opened.background()).isEqualTo("rgb(255, 255, 255)");
      assertThat(opened.contrast()).isGreaterThan(7);
      assertThat(page.locator("nav")).isHidden();
      assertThat(page.locator("h1")).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "failure_report.html"})
  void everyControlHasANameAndHeadingsAreInOrder(String name, Browser browser) {
    try (OpenedPage opened = OpenedPage.onDesktop(browser, folder.resolve(name))) {
      Object nameless =
          opened
              .page()
              .evaluate(
                  """
                  () => [...document.querySelectorAll("button, a, [tabindex='0']")]
                    .filter(e => !(e.textContent.trim() || e.getAttribute("aria-label"))).length
                  """);
      Object levels =
          opened
              .page()
              .evaluate(
                  "() => [...document.querySelectorAll('h1, h2, h3')].map(h => h.tagName[1]).join('')");

      assertThat(nameless).isEqualTo(0);
      assertThat(levels.toString()).startsWith("1").doesNotContain("13").doesNotMatch("1.*1.*");
    }
  }
}
