package tasktracker.ui.form;

import java.util.List;

/**
 * An option or a parameter of a command.
 *
 * @param name the longest name of an option; the label of a parameter
 * @param kind what it takes
 * @param label what stands for its value in the help
 * @param help what it is for, its usual value included
 * @param value its default; empty where there is none, or where others decide it
 * @param choices all that it may be; empty where it may be anything
 * @param required whether nothing goes without it
 * @param positional whether it is a parameter
 * @param important whether most people want to see it
 */
public record FormField(
    String name,
    Kind kind,
    String label,
    String help,
    String value,
    List<String> choices,
    boolean required,
    boolean positional,
    boolean important) {

  /** Copies the list. */
  public FormField {
    choices = List.copyOf(choices);
  }

  /** What a field takes. */
  public enum Kind {
    /** Yes or no. */
    FLAG,
    /** One of several. */
    CHOICE,
    /** A number. */
    NUMBER,
    /** Words. */
    TEXT,
    /** Words, one value a line. */
    LINES
  }
}
