package tasktracker.results;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The sweep that the original of this lab published; it is not part of the project. */
public final class ReferenceData {

  private static final String VARIABLE = "TASKTRACKER_REFERENCE_DATA";

  private ReferenceData() {}

  /**
   * Returns its folder: {@code ../shared/data/original-sweep} beside the project, or where {@value
   * #VARIABLE} says. Skips the test where there is none.
   */
  public static Path folder() {
    Path module = Path.of("").toAbsolutePath();
    String given = System.getenv().getOrDefault(VARIABLE, "../shared/data/original-sweep");
    Path folder = module.getParent().resolve(given).normalize();
    assumeTrue(
        Files.isDirectory(folder), () -> "no reference data in " + folder + "; set " + VARIABLE);
    return folder;
  }
}
