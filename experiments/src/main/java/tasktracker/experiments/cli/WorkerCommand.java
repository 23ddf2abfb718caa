package tasktracker.experiments.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.load.worker.WorkerServer;
import tasktracker.load.worker.WorkerToken;

/** {@code worker}: a generator for load tests that another host coordinates. */
@Command(
    name = "worker",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Waits for load tests of a coordinator on another host, and generates its share of their load.",
      "Whoever connects must know the token. Ctrl-C ends it. See docs/workers.md.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker worker --listen 10.0.0.7:7400 --token-file worker.token",
      "  ./tasktracker load http://10.0.0.9:8080/ --on hosts.txt --token-file worker.token"
          + "    on the coordinator",
      "",
      "Exit codes: 0 ended by Ctrl-C, 2 wrong usage, 3 the address cannot be had."
    })
final class WorkerCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:7400",
      description = "Where it listens; port 0 for any that is free (${DEFAULT-VALUE}).")
  private String listen;

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description =
          "The token that its coordinators must know. Written anew where there is no such file.")
  private Path tokenFile;

  @Override
  public Integer call() {
    InetSocketAddress asked = ListenAddress.of("--listen", listen);
    Terminal terminal = root.terminal();
    WorkerToken token = token(terminal);
    try (WorkerServer server = server(asked, token, terminal);
        Interruption _ = Interruption.calling(server::close)) {
      terminal.line(
          "Worker listens at "
              + terminal.bold("%s:%s".formatted(asked.getHostString(), server.port())));
      terminal.line("Ready; Ctrl-C ends it");
      server.serve();
    }
    return 0;
  }

  private static WorkerServer server(
      InetSocketAddress asked, WorkerToken token, Terminal terminal) {
    InetSocketAddress address = new InetSocketAddress(asked.getHostString(), asked.getPort());
    UsageException.unless(
        !address.isUnresolved(), "--listen %s: the host is not known", asked.getHostString());
    try {
      return new WorkerServer(address, token, terminal::line);
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot listen at %s:%s: %s"
              .formatted(asked.getHostString(), asked.getPort(), e.getMessage()),
          e);
    }
  }

  private WorkerToken token(Terminal terminal) {
    try {
      if (!Files.exists(tokenFile)) {
        WorkerToken.create(tokenFile);
        terminal.line("New token in %s: copy it to the coordinator".formatted(tokenFile));
      }
      return WorkerToken.read(tokenFile);
    } catch (IOException e) {
      throw new UsageException(
          "--token-file %s: cannot be written, or holds no token".formatted(tokenFile), e);
    }
  }
}
