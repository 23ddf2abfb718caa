package tasktracker.ui.form;

import java.util.List;

/**
 * A command that starts an experiment, as a form.
 *
 * @param command its name
 * @param summary what it does, in sentences
 * @param examples command lines
 * @param fields in the order of its help
 */
public record CommandForm(
    String command, List<String> summary, List<String> examples, List<FormField> fields) {

  /** Copies the lists. */
  public CommandForm {
    summary = List.copyOf(summary);
    examples = List.copyOf(examples);
    fields = List.copyOf(fields);
  }
}
