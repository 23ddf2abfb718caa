package tasktracker.experiments.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.error.UsageException;
import tasktracker.experiments.definition.StarterFile;
import tasktracker.results.file.FileFailure;

/** {@code init}: a file to begin with. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Writes an experiment.yaml to begin with, made of what is found: a compose file in the"
          + " folder, and servers of this machine, each of which is asked for / once. It overwrites"
          + " nothing.",
      ""
    },
    footer = {"", "Example:", "  ./tasktracker init && ./tasktracker check experiment.yaml"})
final class InitCommand implements Callable<Integer> {
  private static final String NAME = "experiment.yaml";
  private static final String TAKEN =
      "%s is there already, and stays as it is: name another folder";

  @ParentCommand private TaskTracker root;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = ".",
      description = "The folder for the file (this one).")
  private Path folder;

  @Override
  public Integer call() {
    UsageException.unless(
        Files.isDirectory(folder), "%s: there is no such folder: create it first", folder);
    Path file = folder.resolve(NAME).normalize();
    UsageException.unless(!Files.exists(file), TAKEN, file);
    String text = StarterFile.in(folder, Checkout.root().resolve("docs/experiment.schema.json"));
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(TAKEN.formatted(file), e);
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
    Terminal terminal = root.terminal();
    terminal.line("Wrote " + terminal.bold(file.toString()));
    terminal.line("Next: look through it, then ./tasktracker check " + file);
    return 0;
  }
}
