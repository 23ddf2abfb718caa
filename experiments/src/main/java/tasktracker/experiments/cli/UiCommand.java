package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tasktracker.error.UsageException;
import tasktracker.ui.Dashboard;
import tasktracker.ui.DashboardSettings;

/** {@code ui}: the dashboard. */
@Command(
    name = "ui",
    mixinStandardHelpOptions = true,
    description = {
      "Serves a web dashboard to start, watch, keep and compare experiments.",
      "It also follows experiments that are started in a terminal. Ctrl-C ends it, and in good order"
          + " the experiment that it has started.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker ui",
      "  ./tasktracker ui --port 9999",
      "  ./tasktracker ui --host 0.0.0.0 --token \"$(openssl rand -hex 16)\"",
      "",
      "Anybody who may use it can run programs as you: read docs/dashboard.md before you let others"
          + " reach it."
    })
final class UiCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;
  private static final int SHORTEST_TOKEN = 8;

  @ParentCommand private TaskTracker root;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8089",
      description = "Where it listens; 0 for any that is free (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "Name or address to listen at; others than this machine need a token (${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--token",
      paramLabel = "TEXT",
      description =
          "What whoever uses it must know (none on this machine; else a new one, which is printed).")
  private String token;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "The folder of the experiments (experiments/results).")
  private Path results;

  @Override
  public Integer call() throws InterruptedException {
    UsageException.unless(
        port >= 0 && port <= HIGHEST_PORT, "--port %s: use 0 to %s", port, HIGHEST_PORT);
    UsageException.unless(
        token == null || token.matches("[\\w.~-]{%d,}".formatted(SHORTEST_TOKEN)),
        "--token: use %s or more letters, digits and -._~",
        SHORTEST_TOKEN);
    Terminal terminal = root.terminal();
    CountDownLatch end = new CountDownLatch(1);
    Optional<String> needed = token();
    DashboardSettings settings =
        new DashboardSettings(
            host,
            port,
            needed,
            (results == null ? Checkout.results() : results).toAbsolutePath().normalize(),
            Checkout.plots(),
            Checkout.root().resolve("tasktracker"));
    try (Interruption _ = Interruption.calling(end::countDown);
        Dashboard dashboard = Dashboard.start(settings, TaskTracker::commandLine)) {
      terminal.line(
          "Dashboard at "
              + terminal.bold(
                  "http://%s:%d/%s"
                      .formatted(
                          host.contains(":") ? "[" + host + "]" : host,
                          dashboard.port(),
                          needed.map("?token="::concat).orElse(""))));
      terminal.line("Ctrl-C ends it, and an experiment that it has started");
      end.await();
      terminal.line("Ending; Ctrl-C again does not wait");
    }
    return 0;
  }

  private Optional<String> token() {
    if (token != null) {
      return Optional.of(token);
    }
    if (host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}")) {
      return Optional.empty();
    }
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return Optional.of(HexFormat.of().formatHex(random));
  }
}
