package tasktracker.service;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** One line a record on standard error: time, level, message. Libraries only warn. */
final class ServiceLogging {

  /** Both held here: java.util.logging forgets the level of a logger that nobody refers to. */
  private static final Logger OWN = Logger.getLogger("tasktracker");

  private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

  private ServiceLogging() {}

  static void configure() {
    LogManager.getLogManager().reset();
    ConsoleHandler console = new ConsoleHandler();
    console.setFormatter(new Lines());
    Logger root = Logger.getLogger("");
    root.addHandler(console);
    root.setLevel(Level.WARNING);
    OWN.setLevel(Level.INFO);
    // It warns of every single connection that an outage breaks; we log the outage once.
    POOL.setLevel(Level.SEVERE);
  }

  private static final class Lines extends Formatter {

    @Override
    public String format(LogRecord entry) {
      Instant time = entry.getInstant().truncatedTo(ChronoUnit.MILLIS);
      String line = "%s %s %s%n".formatted(time, entry.getLevel(), formatMessage(entry));
      return entry.getThrown() == null ? line : line + stackTrace(entry.getThrown());
    }

    private static String stackTrace(Throwable thrown) {
      StringWriter text = new StringWriter();
      thrown.printStackTrace(new PrintWriter(text));
      return text.toString();
    }
  }
}
