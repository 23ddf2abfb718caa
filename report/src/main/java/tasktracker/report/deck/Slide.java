package tasktracker.report.deck;

import java.util.List;

/** One slide. All texts are plain: the deck escapes them. */
public sealed interface Slide {

  /** What it says, in a sentence. */
  String title();

  /**
   * The first one.
   *
   * @param title what the deck is about
   * @param kicker a small line above it
   * @param sentences what it has to say
   */
  record Opening(String title, String kicker, List<String> sentences) implements Slide {

    /** Copies the list. */
    public Opening {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * A picture.
   *
   * @param title what it says
   * @param png the picture, 16:9
   * @param description for those who cannot see it
   */
  // Bytes on their way from a file into another: nobody compares or changes them.
  @SuppressWarnings("ArrayRecordComponent")
  record Picture(String title, byte[] png, String description) implements Slide {}

  /**
   * A table that can be edited.
   *
   * @param title what it shows
   * @param headings of the columns
   * @param rows a text for each column; at most {@link #MOST_ROWS}
   * @param note below it; may be empty
   */
  record Numbers(String title, List<String> headings, List<List<String>> rows, String note)
      implements Slide {

    /** More would not be readable. */
    public static final int MOST_ROWS = 14;

    /** Copies the lists and checks the number of rows. */
    public Numbers {
      headings = List.copyOf(headings);
      rows = rows.stream().map(List::copyOf).toList();
      if (rows.size() > MOST_ROWS) {
        throw new IllegalArgumentException(rows.size() + " rows do not fit on a slide");
      }
    }
  }

  /**
   * Paragraphs.
   *
   * @param title what they are about
   * @param paragraphs from top to bottom
   */
  record Prose(String title, List<String> paragraphs) implements Slide {

    /** Copies the list. */
    public Prose {
      paragraphs = List.copyOf(paragraphs);
    }
  }
}
