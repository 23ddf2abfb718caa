package tasktracker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard in a browser, in front of experiments on a small server of this process. */
@ExtendWith(RunningBrowser.class)
class DashboardTest {
  private static final double PATIENCE = 90_000;
  private static final String SEEN = "sweep_20261124_101500";

  @TempDir static Path folder;
  private static HttpServer target;
  private static RunningDashboard dashboard;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    target.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    target.start();
    RecordedSweep.in(folder);
    RecordedSweep.in(Files.createDirectories(folder.resolve("other")));
    Files.move(folder.resolve("other").resolve(SEEN), folder.resolve("sweep_20261125_101500"));
    Files.delete(folder.resolve("other"));
    String hostile = "<img src=x onerror='window.harmed = true'>";
    Path there = Files.createDirectories(folder.resolve(hostile.replace("/", "")));
    Files.writeString(there.resolve("config.json"), "{}");
    dashboard = RunningDashboard.of(folder);
  }

  @AfterAll
  static void end() {
    dashboard.close();
    target.stop(0);
  }

  @BeforeEach
  void open(Browser browser) {
    open(browser, 1200, ColorScheme.LIGHT);
  }

  private void open(Browser browser, int width, ColorScheme scheme) {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
    page.navigate(dashboard.url());
  }

  @AfterEach
  void closePages() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  private static LocatorAssertions.IsVisibleOptions soon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
  }

  private static String targetUrl(String path) {
    return "http://127.0.0.1:%d/%s".formatted(target.getAddress().getPort(), path);
  }

  @Test
  void startsAnExperimentShowsItsSecondsThroughAReloadAndKeepsItByAName() {
    page.getByText("New experiment").click();
    page.getByText("versus").first().click();
    page.locator("#field-TARGET").fill("a=%s\nb=%s".formatted(targetUrl("a"), targetUrl("b")));
    page.locator("#field-users").fill("2");
    page.locator("#field-duration").fill("2s");
    page.locator("#field-repeats").fill("1");
    page.locator("summary").click();
    page.locator("#field-warmup").fill("1s");
    assertThat(page.locator(".command code"))
        .containsText(
            Pattern.compile("^\\./tasktracker versus a=\\S+ b=\\S+ --users=2 --duration=2s"));
    button("Start").click();

    assertThat(page.locator("dl.now")).containsText(Pattern.compile("Throughput[1-9]"), numbers());
    page.reload();
    assertThat(heading("Verdict")).isVisible(soon());
    assertThat(page.locator(".badge").first()).hasText("done", done());
    assertThat(page.locator(".soFar td .value").first()).containsText("p95");
    assertThat(page.locator(".charts figure").first()).isVisible();
    page.reload();
    assertThat(heading("Verdict")).isVisible(soon());

    button("Name and note").click();
    page.locator("#name").fill("after the <b>pool</b> fix");
    button("Save").click();
    assertThat(page.locator("h1")).hasText("after the <b>pool</b> fix");
    Page report =
        context.waitForPage(
            () -> page.getByText("Report", new Page.GetByTextOptions().setExact(true)).click());
    assertThat(report.locator("h1")).isVisible();
    assertThat(report.locator(".plot svg").first()).isVisible();
    page.navigate(dashboard.url());
    page.locator("#search").fill("pool fix");
    assertThat(page.locator(".experiments > li")).hasCount(1);
    deletePlots();
  }

  private static LocatorAssertions.ContainsTextOptions numbers() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }

  private static LocatorAssertions.HasTextOptions done() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
  }

  /** Those that the experiment of this test has left in the checkout. */
  private static void deletePlots() {
    try (var experiments = Files.newDirectoryStream(folder, "versus_*")) {
      for (Path experiment : experiments) {
        for (String line : Files.readAllLines(experiment.resolve("live.jsonl"))) {
          if (line.startsWith("{\"event\":\"drawn\"")) {
            RunningDashboard.deletePlots(line.replaceFirst(".*\"plots\":\"(\\w+)\".*", "$1"));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void followsAnExperimentOfATerminalAndSaysThatItWasInterrupted() throws Exception {
    Process load =
        RunningDashboard.lab(
            "load",
            targetUrl(""),
            "-u=2",
            "-t=120s",
            "--warmup=1s",
            "--outdir=" + folder.resolve("load_20261126_101500"));
    try {
      page.navigate(dashboard.url() + "experiments/load_20261126_101500");
      while (page.locator("dl.now").count() == 0) {
        page.waitForTimeout(500);
        page.reload();
        page.waitForTimeout(1_000);
      }
      assertThat(page.locator("dl.now")).containsText(Pattern.compile("Latencyp50 \\d"), numbers());
      assertThat(page.locator(".badge").first()).hasText("running");
      page.navigate(dashboard.url() + "compare?of=" + SEEN + "&of=sweep_20261125_101500");
      assertThat(button("Compare anyway")).isVisible();
      page.goBack();
      load.destroy();
      assertThat(page.locator(".badge").first()).hasText("interrupted", done());
    } finally {
      load.destroy();
      load.waitFor();
    }
  }

  @Test
  void cancelsWhatItHasStartedAndKeepsWhatWasMeasured() {
    page.navigate(dashboard.url() + "new/load");
    page.locator("#field-TARGET").fill(targetUrl(""));
    page.locator("#field-duration").fill("120s");
    button("Start").click();
    assertThat(page.locator("dl.now")).containsText(Pattern.compile("Throughput[1-9]"), numbers());

    button("Cancel").click();
    page.locator("dialog").getByText("Cancel it").click();

    assertThat(page.locator(".badge").first()).hasText("interrupted", done());
    page.locator("summary").getByText("All files").click();
    assertThat(page.locator(".filelist")).containsText("results.json");
    button("Delete").click();
    page.locator("dialog").getByText("Delete").click();
    assertThat(heading("Experiments")).isVisible();
    assertThat(page.locator(".experiments")).not().containsText("load_2026113");
  }

  @Test
  void comparesTwoExperiments() {
    page.getByLabel("Choose " + SEEN + " to compare").check();
    page.getByLabel("Choose sweep_20261125_101500 to compare").check();
    page.getByText("Compare 2 chosen").click();

    assertThat(page.locator("table.compared")).hasCount(2);
    assertThat(page.locator("table.compared").first()).containsText("= same");
    assertThat(page.locator(".columns figure")).hasCount(6);
  }

  @Test
  void saysWhatIsWrongBesideItsField() {
    page.navigate(dashboard.url() + "new/sweep");
    page.locator("#field-durationseconds").fill("soon");

    assertThat(page.locator("[role=alert]")).containsText("--duration-seconds");
    assertThat(page.locator("#field-durationseconds")).hasAttribute("aria-invalid", "true");
    page.locator("#field-durationseconds").fill("10");
    page.locator("#field-arch").fill("serverless");
    button("Start").click();
    assertThat(page.locator("[role=alert]")).containsText("serverless", numbers());
  }

  @Test
  void leavesTheKeyboardWhereADialogWasOpened() {
    page.navigate(dashboard.url() + "experiments/" + SEEN);
    button("Delete").press("Enter");
    Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Delete"));
    assertThat(dialog).isVisible();

    page.keyboard().press("Escape");

    assertThat(dialog).not().isVisible();
    assertThat(button("Delete")).isFocused();
  }

  @Test
  void leavesTheKeyboardInAListThatGrows() throws IOException {
    Locator link = page.locator(".experiments a").first();
    link.focus();
    Files.writeString(
        Files.createDirectories(folder.resolve("load_20261201_000000")).resolve("config.json"),
        "{}");

    look();

    page.waitForTimeout(1_000);
    assertThat(link).isFocused();
    page.locator("#search").focus();
    look();
    assertThat(page.locator(".experiments")).containsText("load_20261201_000000");
  }

  /** As when somebody comes back to the page. */
  private void look() {
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
  }

  @Test
  void bordersOfFieldsStandOutFromThePage() {
    assertThat(page.locator("#search")).isVisible();
    Number contrast =
        (Number)
            page.evaluate(
                """
                () => {
                  const light = colour => {
                    const [r, g, b] = colour.match(/[\\d.]+/g).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                  };
                  const border = light(getComputedStyle(document.getElementById("search")).borderTopColor);
                  const page = light(getComputedStyle(document.body).backgroundColor);
                  return (Math.max(border, page) + 0.05) / (Math.min(border, page) + 0.05);
                }
                """);

    assertThat(contrast.doubleValue()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void drawsALogThatBeginsWithALineOfSomethingElse() throws IOException {
    Path there = Files.createDirectories(folder.resolve("sweep_20261123_101500"));
    Files.writeString(
        there.resolve("live.jsonl"),
        """
        {"b":2}
        {"event":"started","at":"2026-11-23T10:15:00Z","kind":"sweep","pid":1}
        {"event":"second","at":"2026-11-23T10:15:01Z","phase":"measurement","users":5}
        {"event":"second","at":"2026-11-23T10:15:02Z","phase":"measurement","users":8}
        {"event":"ended","at":"2026-11-23T10:15:03Z","exit_code":130}
        """);

    page.navigate(dashboard.url() + "experiments/sweep_20261123_101500");

    assertThat(page.locator(".charts svg .line").first()).isVisible();
    assertThat(page.locator(".charts").innerHTML()).doesNotContain("NaN");
  }

  @Test
  void saysWhyAnExperimentDidNotStart(@TempDir Path other) throws Exception {
    Files.writeString(other.resolve(".jobs"), "no folder");
    try (RunningDashboard hindered = RunningDashboard.of(other)) {
      page.navigate(hindered.url() + "new/load");
      page.locator("#field-TARGET").fill(targetUrl(""));
      button("Start").click();

      assertThat(page.locator(".notice.problem")).containsText("It did not start");
      assertThat(page.locator(".notice.problem")).containsText("cannot be started");
    }
  }

  @Test
  void showsNamesOfOthersAsText() {
    assertThat(page.locator(".experiments")).containsText("<img src=x onerror=");
    page.getByText("<img src=x onerror=").click();

    assertThat(page.locator("h1")).containsText("<img src=x onerror=");
    assertThat(page.evaluate("window.harmed")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "new/failure",
        "compare",
        "compare?of=sweep_20261124_101500&of=sweep_20261125_101500",
        "experiments/sweep_20261124_101500"
      })
  void fitsAPhoneIsLegibleInTheDarkAndNamesItsControls(String path, Browser browser) {
    context.close();
    open(browser, 375, ColorScheme.DARK);
    page.navigate(dashboard.url() + path);
    assertThat(page.locator("h1")).isVisible();
    page.waitForTimeout(1_500);

    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(375);
    assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
        .isNotEqualTo("rgb(255, 255, 255)");
    assertThat(
            page.evaluate(
                """
                () => [...document.querySelectorAll("button, a, input, select, textarea, [tabindex='0']")]
                  .filter(e => !(e.textContent.trim() || e.getAttribute("aria-label") || e.labels?.length)).length
                """))
        .isEqualTo(0);
  }

  @Test
  void endsWithAPageOpen(@TempDir Path other) throws Exception {
    try (RunningDashboard ending = RunningDashboard.of(other)) {
      Path there = Files.createDirectories(other.resolve("sweep_1"));
      Files.writeString(
          there.resolve("live.jsonl"),
          "{\"event\":\"started\",\"at\":\"%s\",\"kind\":\"sweep\",\"pid\":%d}\n"
              .formatted(Instant.now(), ProcessHandle.current().pid()));
      page.navigate(ending.url() + "experiments/sweep_1");
      assertThat(heading("Under way")).isVisible();

      assertThat(ending.end()).isTrue();
      assertThat(heading("sweep_1")).isVisible();
    }
  }
}
