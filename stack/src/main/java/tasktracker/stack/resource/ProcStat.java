package tasktracker.stack.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux says of a process or a thread in a line.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public final class ProcStat {
  private static final Path PROC = Path.of("/proc");

  /** Behind the name: user and system time, then those of children that ended. */
  private static final int USER_TIME = 11;

  private final String name;
  private final String[] field;

  /** The name stands in brackets and may itself hold blanks and brackets. */
  private ProcStat(String line) {
    int end = line.lastIndexOf(')');
    this.name = line.substring(line.indexOf('(') + 1, end);
    this.field = line.substring(end + 2).split(" ");
  }

  /** That of a process; empty where it has ended, or this is no Linux. */
  public static Optional<ProcStat> of(long pid) {
    return of(PROC.resolve(String.valueOf(pid)));
  }

  /** That of a process or a thread by its folder below {@code /proc}. */
  static Optional<ProcStat> of(Path folder) {
    try {
      return Optional.of(new ProcStat(Files.readString(folder.resolve("stat"), ISO_8859_1)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Of its program, 15 characters at most. */
  public String name() {
    return name;
  }

  String state() {
    return field[0];
  }

  long parent() {
    return number(1);
  }

  /** The process group, which is a job of a shell. */
  public long group() {
    return number(2);
  }

  /** The session, by the process that began it. */
  public long session() {
    return number(3);
  }

  /** CPU time that it has used itself, in {@link ProcFiles#TICK}s. */
  long ownTicks() {
    return number(USER_TIME) + number(USER_TIME + 1);
  }

  /** The same with that of children that ended and were waited for. */
  long ticks() {
    return ownTicks() + number(USER_TIME + 2) + number(USER_TIME + 3);
  }

  private long number(int index) {
    return Long.parseLong(field[index]);
  }
}
