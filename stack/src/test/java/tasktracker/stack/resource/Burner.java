package tasktracker.stack.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A process that uses CPU when it is told to, and says how much of it the operating system has
 * accounted to it so far, by {@code getrusage}, which counts in microseconds.
 */
final class Burner implements AutoCloseable {
  private static final String SCRIPT =
      """
      burn() { i=0; while [ $i -lt $1 ]; do i=$((i + 1)); done; }
      while read -r where loops; do
        case $where in
          itself) burn $loops ;;
          children) for n in 1 2 3 4 5 6 7 8 9 10; do burn $((loops / 10)) & wait $!; done ;;
        esac
        times
      done
      """;
  private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+)\\.(\\d{3})s");

  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;

  private Burner(Process process) {
    this.process = process;
    this.commands = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  static Burner start() throws IOException {
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", SCRIPT).redirectErrorStream(true);
    shell.environment().put("LC_ALL", "C");
    return new Burner(shell.start());
  }

  long pid() {
    return process.pid();
  }

  /** Burns for so many loops, and returns all CPU time of it and its ended children. */
  Duration burn(int loops) throws IOException {
    return tell("itself " + loops);
  }

  /** Burns in ten short-lived children, one after the other. */
  Duration burnInChildren(int loops) throws IOException {
    return tell("children " + loops);
  }

  private Duration tell(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
    String ownAndChildren = answers.readLine() + " " + answers.readLine();
    return TIME.matcher(ownAndChildren)
        .results()
        .map(Burner::duration)
        .reduce(Duration::plus)
        .orElseThrow(() -> new AssertionError("not what 'times' prints: " + ownAndChildren));
  }

  private static Duration duration(MatchResult time) {
    return Duration.ofMinutes(Long.parseLong(time.group(1)))
        .plusSeconds(Long.parseLong(time.group(2)))
        .plusMillis(Long.parseLong(time.group(3)));
  }

  /** Ends the process and returns once it is gone. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
