package tasktracker.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file in a browser window of its own, and what it complained about or asked the network for. */
final class OpenedPage implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  private OpenedPage(Browser browser, Path file, Browser.NewContextOptions options) {
    context = browser.newContext(options);
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(file.toUri().toString());
  }

  static OpenedPage onDesktop(Browser browser, Path file) {
    return new OpenedPage(
        browser, file, new Browser.NewContextOptions().setViewportSize(1280, 800));
  }

  static OpenedPage inTheDark(Browser browser, Path file) {
    return new OpenedPage(
        browser,
        file,
        new Browser.NewContextOptions()
            .setViewportSize(1280, 800)
            .setColorScheme(ColorScheme.DARK));
  }

  static OpenedPage onPhone(Browser browser, Path file) {
    return new OpenedPage(
        browser,
        file,
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setDeviceScaleFactor(3)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  static OpenedPage withoutScripts(Browser browser, Path file) {
    return new OpenedPage(
        browser,
        file,
        new Browser.NewContextOptions().setViewportSize(1280, 800).setJavaScriptEnabled(false));
  }

  Page page() {
    return page;
  }

  /** Messages on the console and uncaught errors. */
  List<String> complaints() {
    return complaints;
  }

  /** Everything that was asked for, the page itself included. */
  List<String> requests() {
    return requests;
  }

  /** The contrast between the text and its background after WCAG 2, from 1 to 21. */
  double contrast() {
    return ((Number)
            page.evaluate(
                """
                () => {
                  const light = name => {
                    const channels = getComputedStyle(document.body)[name].match(/[\\d.]+/g).map(Number);
                    const [r, g, b] = channels.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                  };
                  const [text, back] = [light("color"), light("backgroundColor")];
                  return (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
                }
                """))
        .doubleValue();
  }

  /** The colour behind the text. */
  String background() {
    return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
  }

  @Override
  public void close() {
    context.close();
  }
}
