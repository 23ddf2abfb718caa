package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import tasktracker.results.ResultsFolder;
import tasktracker.stack.embedded.Installation;

/** The folders that commands read and write, relative to the checkout that the launcher named. */
final class Checkout {
  private Checkout() {}

  /** The root of the checkout; the working directory where no launcher named one. */
  static Path root() {
    return Path.of(System.getProperty("tasktracker.home", "")).toAbsolutePath().normalize();
  }

  static Installation installation() {
    return Installation.of(root());
  }

  static Path results() {
    return root().resolve("experiments/results");
  }

  /** The new folder that a user named, or one of this kind that is named after the time. */
  static ResultsFolder newFolder(Path named, String kind) {
    return named == null
        ? ResultsFolder.create(results(), kind, LocalDateTime.now(ZoneId.systemDefault()))
        : ResultsFolder.createAt(named);
  }

  static Path plots() {
    return root().resolve("experiments/plots");
  }
}
