package tasktracker.experiments.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tasktracker.error.UsageException;
import tasktracker.experiments.draft.HarDraft;
import tasktracker.experiments.draft.OpenApiDraft;
import tasktracker.experiments.draft.ScenarioDraft;
import tasktracker.load.scenario.yaml.ScenarioFileException;
import tasktracker.load.scenario.yaml.YamlScenario;
import tasktracker.results.file.FileFailure;

/** {@code scenario}: drafts of scenarios. */
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    description = {"Writes a draft of a scenario to edit, see docs/scenarios.md.", ""},
    footer = {
      "",
      "Examples:",
      "  ./tasktracker scenario from-har recording.har -o shop.yaml",
      "  ./tasktracker scenario from-openapi openapi.yaml -o shop.yaml",
      "  ./tasktracker load http://localhost:8080 --scenario shop.yaml -u 1 -t 5s"
    })
final class ScenarioCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "New file for the draft (standard output).")
  private Path output;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.USAGE;
  }

  /** From a recording of a browser. */
  @Command(
      name = "from-har",
      mixinStandardHelpOptions = true,
      description = {
        "Drafts a scenario from an HTTP archive (HAR), as the developer tools of a browser save it."
            + " Static files and other hosts are left out, secrets become variables, and values"
            + " that came in an answer before they are sent become captures.",
        ""
      })
  int fromHar(
      @Parameters(paramLabel = "FILE", description = "The recording.") Path file,
      @Option(
              names = "--host",
              paramLabel = "HOST[:PORT]",
              description = "Take its requests (the host that most were sent to).")
          String host) {
    return write(HarDraft.read(file, host));
  }

  /** From a description of an API. */
  @Command(
      name = "from-openapi",
      mixinStandardHelpOptions = true,
      description = {
        "Drafts a scenario from an API description: OpenAPI 3 or Swagger 2, in YAML or JSON. Each"
            + " operation becomes a task; one that makes a thing takes those on it along.",
        ""
      })
  int fromOpenApi(@Parameters(paramLabel = "FILE", description = "The description.") Path file) {
    return write(OpenApiDraft.read(file));
  }

  private int write(ScenarioDraft draft) {
    String text = draft.toYaml();
    Terminal terminal = root.terminal();
    String problem = problem(text);
    if (output == null) {
      text.lines().forEach(terminal::line);
    } else {
      try {
        Files.writeString(output, text, StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        throw new UsageException(
            "%s is there already, and stays as it is: name another file".formatted(output), e);
      } catch (IOException e) {
        throw FileFailure.writing(output, e);
      }
      terminal.line("Wrote " + terminal.bold(output.toString()));
      draft.remarks().stream().skip(1).forEach(remark -> terminal.line(remark.strip()));
    }
    if (!problem.isEmpty()) {
      terminal.line("# To correct before it can be used: " + problem);
    }
    return 0;
  }

  /** What the draft is refused for; empty where it could be carried out as it is. */
  private String problem(String text) {
    try {
      YamlScenario.parse(output == null ? "draft" : output.toString(), text, Path.of("."));
      return "";
    } catch (ScenarioFileException e) {
      return e.getMessage();
    }
  }
}
