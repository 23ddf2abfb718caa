package tasktracker.service;

import static java.util.logging.Level.SEVERE;

import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.logging.Logger;

/**
 * Runs a server as a process: logs its start in one line, stops it cleanly on SIGTERM and exits
 * with 0; exits with 2 for a setting that cannot be used and with 1 when it cannot start.
 */
public final class Launcher {

  private static final Logger LOG = Logger.getLogger(Launcher.class.getName());

  private Launcher() {}

  /** Starts a server with the environment of this process. Returns while it serves. */
  public static void run(Function<Environment, Server> starter) {
    ServiceLogging.configure();
    forgetAddressesSoon();
    try {
      Server server = starter.apply(Environment.ofProcess());
      stopOnSignal(server);
      logStart(server);
    } catch (SettingException e) {
      exit(2, e.getMessage());
    } catch (StartException e) {
      exit(1, e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(SEVERE, "failed to start", e);
      Runtime.getRuntime().halt(1);
    }
  }

  /** Replicas come and go behind one name; the JVM would hold on to what it saw for 30 seconds. */
  private static void forgetAddressesSoon() {
    Security.setProperty("networkaddress.cache.ttl", "1");
    Security.setProperty("networkaddress.cache.negative.ttl", "1");
  }

  private static void stopOnSignal(Server server) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  server.close();
                  // A JVM ended by a signal exits with 128 + its number; a clean stop is a 0.
                  Runtime.getRuntime().halt(0);
                }));
  }

  private static void logStart(Server server) {
    ProcessHandle process = ProcessHandle.current();
    Instant now = Instant.now();
    Duration startup = Duration.between(process.info().startInstant().orElse(now), now);
    LOG.info(() ->
        "started service=%s version=%s address=%s pid=%d startup_ms=%d"
            .formatted(
                server.identity().name(),
                server.identity().version(),
                server.url(),
                process.pid(),
                startup.toMillis()));
  }

  @SuppressWarnings("SystemOut")
  private static void exit(int code, String message) {
    System.err.println(message);
    Runtime.getRuntime().halt(code);
  }
}
