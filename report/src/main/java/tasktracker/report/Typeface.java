package tasktracker.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.error.EnvironmentException;

/**
 * The typeface of all pictures, Inter. It comes with the lab, so that pictures look the same
 * everywhere, also on a server without a single font.
 */
final class Typeface {

  private static Typeface bundled;

  private final Font regular;
  private final Font semiBold;

  private Typeface(Font regular, Font semiBold) {
    this.regular = regular;
    this.semiBold = semiBold;
  }

  /**
   * Loads the fonts once.
   *
   * @throws EnvironmentException if the Java runtime cannot draw text at all
   */
  static synchronized Typeface bundled() {
    if (bundled == null) {
      try {
        FontFolder folder = FontFolder.create();
        spareFontconfig(folder);
        bundled =
            new Typeface(load(folder, "Inter-Regular.ttf"), load(folder, "Inter-SemiBold.ttf"));
      } catch (IOException | FontFormatException | RuntimeException | LinkageError e) {
        throw new EnvironmentException(
            "Cannot draw plots: this Java runtime lacks what it needs to draw text (%s). Debian and"
                    .formatted(e)
                + " Ubuntu: apt-get install libfreetype6 fontconfig; or use a full JDK such as"
                + " Temurin",
            e);
      }
    }
    return bundled;
  }

  Font regular(float size) {
    return regular.deriveFont(size);
  }

  Font semiBold(float size) {
    return semiBold.deriveFont(size);
  }

  /** Spells characters that the typeface lacks as {@code U+4E2D}. */
  String legible(String text) {
    return text.codePoints()
        .mapToObj(c -> regular.canDisplay(c) ? Character.toString(c) : "U+%04X".formatted(c))
        .collect(Collectors.joining());
  }

  private static Font load(FontFolder folder, String name) throws IOException, FontFormatException {
    return Font.createFont(Font.TRUETYPE_FONT, folder.font(name).toFile());
  }

  /**
   * On Linux, AWT asks fontconfig for the system's fonts before it does anything with text, and
   * gives up where there is none. A font configuration of its own makes it leave fontconfig alone.
   */
  private static void spareFontconfig(FontFolder folder) throws IOException {
    String property = "sun.awt.fontconfig";
    if (!System.getProperty("os.name").equals("Linux") || System.getProperty(property) != null) {
      return;
    }
    Path configuration = folder.file("fontconfig.properties");
    Path font = folder.font("Inter-Regular.ttf");
    Files.write(configuration, fontConfiguration(font).toList());
    System.setProperty(property, configuration.toString());
  }

  private static Stream<String> fontConfiguration(Path font) {
    String name = "-lab-inter-medium-r-normal--*-%d-*-*-p-*-iso10646-1";
    Stream<String> logicalFonts =
        Stream.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")
            .flatMap(family ->
                Stream.of("plain", "bold", "italic", "bolditalic")
                    .map(style -> family + "." + style + ".all=" + name));
    return Stream.of(
            Stream.of("version=1", "sequence.allfonts=all"),
            logicalFonts,
            Stream.of("filename." + name + "=" + font))
        .flatMap(lines -> lines);
  }
}
