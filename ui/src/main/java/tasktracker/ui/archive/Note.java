package tasktracker.ui.archive;

import tasktracker.ui.refusal.RefusalException;

/**
 * What somebody wants to remember of an experiment: {@code note.json} in its folder.
 *
 * @param name a few words; may be empty
 * @param note more of them; may be empty
 */
public record Note(String name, String note) {
  /** Nothing. */
  public static final Note NONE = new Note("", "");

  static final String FILE = "note.json";

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_NOTE = 4_000;

  /** Takes what is absent as empty, and cuts what is too long to be one. */
  public Note {
    name = cut(name, LONGEST_NAME);
    note = cut(note, LONGEST_NOTE);
  }

  private static String cut(String text, int longest) {
    return text == null ? "" : text.substring(0, Math.min(text.length(), longest)).strip();
  }

  /**
   * What a user wrote.
   *
   * @throws RefusalException when it is too long
   */
  public static Note of(String name, String note) {
    if (name.length() > LONGEST_NAME) {
      throw RefusalException.wrong("name: use %d characters or fewer".formatted(LONGEST_NAME));
    }
    if (note.length() > LONGEST_NOTE) {
      throw RefusalException.wrong("note: use %d characters or fewer".formatted(LONGEST_NOTE));
    }
    return new Note(name, note);
  }
}
