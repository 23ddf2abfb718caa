package tasktracker.experiments.cli;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What the libraries may say: nothing below a warning unless asked for. */
final class LibraryLogging {
  private static final Logger ROOT = Logger.getLogger("");

  private LibraryLogging() {}

  static void configure(boolean verbose) {
    if (!verbose) {
      LogManager.getLogManager().reset();
    }
    ROOT.setLevel(verbose ? Level.INFO : Level.OFF);
  }
}
