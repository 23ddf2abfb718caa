package tasktracker.results.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import tasktracker.error.UsageException;
import tasktracker.results.file.FileFailure;

/**
 * The rows of a CSV file of any length, one at a time: quoted cells may hold separators and line
 * ends. Text is made only of the cells that are asked for. Whatever is wrong is said with file and
 * line. Not thread-safe.
 */
final class CsvRows implements Closeable {
  static final int LONGEST_ROW = 1 << 20;
  static final int MOST_CELLS = 1_000;
  private static final int LONGEST_SHOWN = 40;

  private final Path file;
  private final CountedFile in;
  private final byte[] buffer = new byte[1 << 17];
  private final ReadingProgress progress;
  private int position;
  private int limit;
  private byte separator = ',';
  private byte[] row = new byte[4096];
  private int length;
  private int[] ends = new int[64];
  private int cells;
  private long line;
  private long lines;
  private boolean ended;

  /** The rows of a file, which may be packed by gzip. */
  CsvRows(Path file, ReadingProgress progress) {
    this.file = file;
    this.progress = progress;
    this.in = CountedFile.open(file);
  }

  /** The names of the columns, whatever separates them. */
  List<String> heading() {
    if (fill() && peek(0) == (byte) 0xEF && peek(1) == (byte) 0xBB && peek(2) == (byte) 0xBF) {
      position += 3;
    }
    separator = separator();
    if (!next()) {
      throw new UsageException("%s: is empty".formatted(file));
    }
    return IntStream.range(0, cells).mapToObj(this::text).map(String::strip).toList();
  }

  /** Reads the next row that is not blank; false behind the last one. */
  boolean next() {
    do {
      if (position == limit && !fill()) {
        return false;
      }
      line = lines + 1;
      read();
    } while (cells == 1 && length == 0);
    return true;
  }

  /** Cells of the row. */
  int cells() {
    return cells;
  }

  /** Whether the row ends before its line does: what wrote it was stopped meanwhile. */
  boolean isTorn() {
    return !ended && position == limit;
  }

  /** Whether a cell of the row holds exactly these bytes. */
  boolean is(int column, byte[] text) {
    int begin = begin(column);
    return Arrays.equals(row, begin, ends[column], text, 0, text.length);
  }

  boolean isBlank(int column) {
    return begin(column) == ends[column];
  }

  /** What a cell says. */
  String text(int column) {
    int begin = begin(column);
    for (int i = begin; i < ends[column]; i++) {
      if (row[i] < 0) {
        return decoded(column);
      }
    }
    return new String(row, begin, ends[column] - begin, ISO_8859_1);
  }

  private String decoded(int column) {
    int begin = begin(column);
    try {
      return UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(row, begin, ends[column] - begin))
          .toString();
    } catch (CharacterCodingException e) {
      throw new UsageException("%s: not UTF-8".formatted(place()), e);
    }
  }

  /** A number from 0 to the most that is believed. */
  double number(int column, String name, double most) {
    String text = text(column).strip();
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw mistake(column, name, "no number from 0 to %.0f".formatted(most));
  }

  /** A mistake in a cell. */
  UsageException mistake(int column, String name, String what) {
    String text = text(column).replaceAll("\\p{Cntrl}", "?");
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return mistake(String.format(Locale.ROOT, "%s is %s: '%s'", name, what, shown));
  }

  /** A mistake in the row. */
  UsageException mistake(String what) {
    return new UsageException("%s: %s".formatted(place(), what));
  }

  /** File and line, for messages. */
  String place() {
    return file + ", line " + line;
  }

  private int begin(int column) {
    return column == 0 ? 0 : ends[column - 1];
  }

  private void read() {
    length = 0;
    cells = 0;
    ended = false;
    boolean quoted = false;
    while (position < limit || fill()) {
      byte next = buffer[position++];
      if (quoted) {
        if (next == '\n') {
          lines++;
        }
        if (next != '"') {
          add(next);
        } else if ((position < limit || fill()) && buffer[position] == '"') {
          position++;
          add(next);
        } else {
          quoted = false;
        }
      } else if (next == separator) {
        endCell();
      } else if (next == '\n') {
        ended = true;
        lines++;
        break;
      } else if (next == '"') {
        quoted = true;
      } else {
        add(next);
      }
    }
    if (quoted) {
      throw mistake("a quote is opened and never closed");
    }
    if (length > 0 && row[length - 1] == '\r' && (cells == 0 || ends[cells - 1] < length)) {
      length--;
    }
    endCell();
    if (!ended) {
      lines++;
    }
  }

  private void add(byte next) {
    if (next == 0) {
      throw mistake("holds the character NUL, so it is no CSV");
    }
    if (length == row.length) {
      if (length >= LONGEST_ROW) {
        throw mistake("a row is longer than 1 MiB");
      }
      row = Arrays.copyOf(row, 2 * length);
    }
    row[length++] = next;
  }

  private void endCell() {
    if (cells == MOST_CELLS) {
      throw mistake("a row has more than %d cells".formatted(MOST_CELLS));
    }
    if (cells == ends.length) {
      ends = Arrays.copyOf(ends, 2 * cells);
    }
    ends[cells++] = length;
  }

  /** That which the first line has most of. */
  private byte separator() {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    for (int i = position; i < limit && buffer[i] != '\n'; i++) {
      commas += buffer[i] == ',' ? 1 : 0;
      semicolons += buffer[i] == ';' ? 1 : 0;
      tabs += buffer[i] == '\t' ? 1 : 0;
    }
    return (byte) (commas >= Math.max(semicolons, tabs) ? ',' : semicolons >= tabs ? ';' : '\t');
  }

  private byte peek(int ahead) {
    return position + ahead < limit ? buffer[position + ahead] : 0;
  }

  private boolean fill() {
    try {
      position = 0;
      limit = Math.max(0, in.stream().read(buffer));
      progress.at(in.bytes(), in.size(), lines);
      return limit > 0;
    } catch (ZipException | EOFException e) {
      throw new UsageException(
          "%s, behind line %d: the gzip file is damaged or cut off".formatted(file, lines), e);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  @Override
  public void close() {
    try {
      in.stream().close();
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }
}
