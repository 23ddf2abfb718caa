package tasktracker.report.html;

import java.util.List;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.Chart;
import tasktracker.report.ValueText;

/** A piece of a {@link Page}. All texts are plain: the page escapes them. */
public sealed interface Block
    permits Block.Prose,
        Block.Lead,
        Block.Points,
        Block.Matrix,
        Block.Notice,
        Block.Figure,
        Block.HeatMap,
        Block.Columns,
        Block.Facts,
        Block.Command,
        Block.Details,
        Table {

  /** How a text wants to be taken. */
  enum Tone {
    /** A fact. */
    PLAIN,
    /** As it should be. */
    GOOD,
    /** To be kept in mind. */
    WARNING,
    /** Not to be relied on. */
    PROBLEM
  }

  /**
   * A paragraph.
   *
   * @param text one or more sentences
   */
  record Prose(String text) implements Block {}

  /**
   * What the page has to say, set large.
   *
   * @param sentences one line of thought each
   */
  record Lead(List<String> sentences) implements Block {

    /** Copies the list. */
    public Lead {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * Facts, one beside the other.
   *
   * @param sentences one fact each
   */
  record Points(List<String> sentences) implements Block {

    /** Copies the list. */
    public Points {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * A small table of figures, each with a word below it.
   *
   * @param headings of the columns; the first says what is compared
   * @param rows from top to bottom
   */
  record Matrix(List<String> headings, List<MatrixRow> rows) implements Block {

    /** Copies the lists. */
    public Matrix {
      headings = List.copyOf(headings);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row of a matrix.
   *
   * @param name what its figures are
   * @param cells from left to right
   */
  record MatrixRow(String name, List<MatrixCell> cells) {

    /** Copies the list. */
    public MatrixRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A figure of a matrix.
   *
   * @param figure as it is read
   * @param word what it means; may be empty
   * @param tone how it wants to be taken
   * @param link where what it rests on stands; {@code null} for nowhere
   */
  record MatrixCell(String figure, String word, Tone tone, PageLink link) {

    /** Without a link. */
    public MatrixCell(String figure, String word, Tone tone) {
      this(figure, word, tone, null);
    }
  }

  /**
   * What the reader must know.
   *
   * @param tone how grave it is
   * @param title in a few words
   * @param lines one for each reason; may be empty
   */
  record Notice(Tone tone, String title, List<String> lines) implements Block {

    /** Copies the list. */
    public Notice {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A chart to look into: values on hover and by arrow keys, intervals as bands, linear or
   * logarithmic. Its numbers stand beside it as a table.
   *
   * @param insight what it says, in a sentence; {@code null} to let it speak for itself
   * @param chart what it shows
   * @param axis the horizontal axis
   */
  record Figure(String insight, Chart chart, Axis axis) implements Block {

    /** A chart that speaks for itself. */
    public Figure(Chart chart, Axis axis) {
      this(null, chart, axis);
    }
  }

  /**
   * Shares by row and second, as shades.
   *
   * @param caption what a shade means
   * @param begin seconds at the first column
   * @param rows from top to bottom
   */
  record HeatMap(String caption, double begin, List<HeatRow> rows) implements Block {

    /** Copies the list. */
    public HeatMap {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One row of a heat map.
   *
   * @param name of the row
   * @param shares from 0 to 1, one a second; NaN where there is none
   */
  record HeatRow(String name, List<Double> shares) {

    /** Copies the list. */
    public HeatRow {
      shares = List.copyOf(shares);
    }
  }

  /** What the horizontal axis of a {@link Figure} counts. */
  enum Axis {
    /** Levels of load: users. */
    USERS("users"),
    /** Pairs of runs in time order. */
    PAIRS("pairs"),
    /** Time: seconds. */
    SECONDS("s"),
    /**
     * Percentiles: 1/(1 − p) for a percentile p from 0 to 1, so that every nine takes the same
     * room.
     */
    PERCENTILES("%");

    private final String unit;

    Axis(String unit) {
      this.unit = unit;
    }

    String unit() {
      return unit;
    }

    /** What a place on the axis is called. */
    String label(double place) {
      return this == PERCENTILES ? Wording.plain(100 * (1 - 1 / place), 6) : ValueText.of(place);
    }
  }

  /**
   * Blocks side by side where the screen is wide enough.
   *
   * @param blocks in reading order
   */
  record Columns(List<Block> blocks) implements Block {

    /** Copies the list. */
    public Columns {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * Names and values below one another.
   *
   * @param facts in reading order
   */
  record Facts(List<Fact> facts) implements Block {

    /** Copies the list. */
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A name and its value.
   *
   * @param name what it is
   * @param value as it is read
   */
  record Fact(String name, String value) {}

  /**
   * Something to type into a shell.
   *
   * @param text one command a line
   */
  record Command(String text) implements Block {}

  /**
   * What is there for those who want to know, folded away.
   *
   * @param summary what unfolds it
   * @param blocks what is inside
   */
  record Details(String summary, List<Block> blocks) implements Block {

    /** Copies the list. */
    public Details {
      blocks = List.copyOf(blocks);
    }
  }
}
