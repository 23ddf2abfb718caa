package tasktracker.experiments.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import tasktracker.error.EnvironmentException;

/**
 * Standard output that remembers why it could not be written, which {@link PrintStream} does not
 * tell. A reader that goes away early, such as {@code head}, is no failure.
 */
final class WatchedOutput extends FilterOutputStream {
  private static final String READER_IS_GONE = "broken pipe";

  private IOException failure;

  WatchedOutput(OutputStream out) {
    super(out);
  }

  /** Takes the place of {@link System#out}, in its encoding. */
  static WatchedOutput ofThisProcess() {
    WatchedOutput output = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    System.setOut(new PrintStream(output, true, System.out.charset()));
    return output;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** The exit code of a command that ended with one; says what was lost, if anything was. */
  int exitCode(int code, PrintStream errors) {
    System.out.flush();
    String reason = failure == null ? "" : String.valueOf(failure.getMessage());
    if (failure == null || reason.toLowerCase(Locale.ROOT).equals(READER_IS_GONE)) {
      return code;
    }
    errors.println("tasktracker: standard output cannot be written: " + reason);
    return code == 0 ? EnvironmentException.EXIT_CODE : code;
  }
}
