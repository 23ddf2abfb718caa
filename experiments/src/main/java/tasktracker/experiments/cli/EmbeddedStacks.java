package tasktracker.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tasktracker.stack.Architecture;
import tasktracker.stack.Instance;
import tasktracker.stack.embedded.EmbeddedOptions;
import tasktracker.stack.embedded.EmbeddedRuntime;
import tasktracker.stack.embedded.EmbeddedStack;
import tasktracker.stack.embedded.LogTail;

/** Detached stacks as processes of this machine. */
final class EmbeddedStacks implements DetachedStacks {
  private final EmbeddedRuntime runtime = new EmbeddedRuntime(Checkout.installation());

  @Override
  public Arrival up(Architecture architecture, int replicas, Duration startTimeout) {
    EmbeddedOptions options =
        EmbeddedOptions.DEFAULTS
            .withReplicas(replicas)
            .withStartTimeout(startTimeout)
            .whichOutlivesTheLab();
    EmbeddedStack stack = runtime.up(architecture, options);
    return new Arrival(
        stack.instances().stream().map(EmbeddedStacks::line).toList(),
        stack.entry(),
        stack.startUp());
  }

  @Override
  public void requireNotMeasured(Architecture architecture) {
    runtime.requireNotMeasured(architecture);
  }

  @Override
  public boolean down(Architecture architecture) {
    return runtime.down(architecture.name());
  }

  @Override
  public Optional<View> status(Architecture architecture) {
    return runtime
        .status(architecture.name())
        .map(status ->
            new View(
                !status.detached(),
                status.instances().stream()
                    .map(each -> new Member(line(each.instance()), each.alive()))
                    .toList()));
  }

  @Override
  public List<String> logged(Architecture architecture) {
    Path folder = runtime.log(architecture.name(), "any").getParent();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.log$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> log(Architecture architecture, String instance, int lines) {
    return LogTail.of(runtime.log(architecture.name(), instance), lines);
  }

  private static String line(Instance instance) {
    return String.format(
        Locale.ROOT,
        "  %-30s port %-6d process %d",
        instance.name(),
        instance.port(),
        instance.pid());
  }
}
