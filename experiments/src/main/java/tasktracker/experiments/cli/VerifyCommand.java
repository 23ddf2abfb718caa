package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.experiments.evidence.EvidenceCheck;
import tasktracker.experiments.evidence.Recomputed;

/** {@code verify}: whether an archive of evidence holds what it says. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Hashes the files of an archive that 'pack' made, computes everything again that raw data allow,"
          + " and compares it number by number.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  ./tasktracker verify sweep_20261124_101500.zip",
      "",
      "Exit codes: 0 all agree, 1 something differs, 2 no archive, or one that could do harm."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final int DIFFERS = 1;
  private static final int MOST_LINES = 20;

  @ParentCommand private TaskTracker root;

  @Parameters(paramLabel = "ARCHIVE", description = "The archive.")
  private Path archive;

  @Override
  public Integer call() {
    Terminal terminal = root.terminal();
    List<Recomputed> checks = EvidenceCheck.of(archive);
    for (Recomputed check : checks) {
      say(check, terminal);
    }
    boolean agrees = checks.stream().allMatch(Recomputed::agrees);
    terminal.line("");
    terminal.line(
        agrees
            ? terminal.green("Everything that was recomputed agrees")
            : terminal.red("Not what was measured, or not what was packed"));
    return agrees ? 0 : DIFFERS;
  }

  private static void say(Recomputed check, Terminal terminal) {
    String count = check.compared() == 0 ? "" : " (%,d compared)".formatted(check.compared());
    terminal.line(
        check.compared() == 0 && check.agrees()
            ? check.subject() + ":"
            : check.agrees()
                ? terminal.green("agrees: ") + check.subject() + count
                : terminal.red("differs: ") + check.subject() + count);
    check.differences().stream().limit(MOST_LINES).forEach(line -> terminal.lines("  - " + line));
    if (check.differences().size() > MOST_LINES) {
      terminal.line("  and %d more".formatted(check.differences().size() - MOST_LINES));
    }
    check.notes().forEach(note -> terminal.line("  " + note));
  }
}
