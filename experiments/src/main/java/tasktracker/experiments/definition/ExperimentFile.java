package tasktracker.experiments.definition;

import java.nio.file.Path;
import java.util.List;
import tasktracker.results.file.TextFile;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.system.MeasuredSystem;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A file that describes an experiment, kept whole, so that the experiment can go on when the file
 * has been changed since.
 *
 * @param source name of the file
 * @param text what it says
 * @param folder where the files that it names are
 */
public record ExperimentFile(
    String source, @JsonSerialize(converter = MaskedSecrets.class) String text, String folder) {

  /**
   * Reads a file.
   *
   * @throws tasktracker.error.LabException when it cannot be read
   */
  public static ExperimentFile read(Path file) {
    return new ExperimentFile(
        file.toString(), TextFile.read(file), file.toAbsolutePath().getParent().toString());
  }

  /**
   * What it says.
   *
   * @throws tasktracker.error.UsageException with file, line and key of the first mistake
   */
  public ExperimentDefinition definition() {
    return new ExperimentReader(this).read();
  }

  /**
   * The systems that it describes, in its order.
   *
   * @param options how they are deployed
   * @throws tasktracker.error.UsageException like {@link #definition}
   */
  public List<MeasuredSystem> systems(StackOptions options, Installation installation) {
    return definition().systems().stream().map(each -> each.system(options, installation)).toList();
  }
}
