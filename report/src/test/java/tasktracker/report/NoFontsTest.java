package tasktracker.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** Draws in a Java runtime of its own, whose fontconfig knows no font. */
class NoFontsTest {

  @TempDir Path folder;

  @Test
  @EnabledOnOs(LINUX)
  void drawsOnAServerWithoutASingleFont() throws Exception {
    Path fontconfig = folder.resolve("fonts.conf");
    Path output = folder.resolve("output.txt");
    Path picture = folder.resolve("picture.png");
    Files.writeString(fontconfig, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
    var java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Djava.awt.headless=true",
            "-Duser.home=" + folder,
            NoFontsTest.class.getName(),
            picture.toString());
    java.environment().put("FONTCONFIG_FILE", fontconfig.toString());
    java.redirectErrorStream(true).redirectOutput(output.toFile());

    Process process = java.start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(() -> read(output)).isZero();
    assertThat(picture).isNotEmptyFile();
  }

  public static void main(String[] arguments) {
    var line = new Chart.Line("monolith", List.of(new Chart.Point(1, 1)), List.of());
    var panel = new Chart.Panel("figure", 1, List.of(line), List.of());
    ChartImage.write(
        new Chart("title", "subtitle", "load", List.of(panel), List.of()), Path.of(arguments[0]));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
