package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.error.UsageException;
import tasktracker.experiments.FileImport;
import tasktracker.report.RepeatCommand;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunResult;
import tasktracker.results.foreign.ForeignFormat;
import tasktracker.results.foreign.ForeignFormats;
import tasktracker.stack.system.MeasuredSystem;

/** {@code import}: runs that k6, Locust or JMeter measured, as a results folder. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a results folder of what k6, Locust or JMeter measured, for analyze, compare, plot,"
          + " report and slides. Each file is a run; files given together are repetitions.",
      "",
      "  k6      the file of 'k6 run --out csv=FILE', also packed by gzip",
      "  locust  PREFIX_stats.csv of 'locust --csv PREFIX', beside its PREFIX_stats_history.csv",
      "  jtl     a JTL of JMeter as CSV with its heading, also packed by gzip",
      ""
    },
    footer = {
      "",
      "What a file does not tell is N/A: see docs/import.md.",
      "",
      "Examples:",
      "  ./tasktracker import k6 before-1.csv before-2.csv --as before -u 50 --skip 30s -o shop",
      "  ./tasktracker import k6 after-1.csv after-2.csv --as after -u 50 --skip 30s -o shop",
      "  ./tasktracker report shop"
    })
final class ImportCommand implements Callable<Integer> {
  private static final int MOST_USERS = 10_000_000;

  @ParentCommand private TaskTracker root;

  @Parameters(index = "0", paramLabel = "FORMAT", description = "k6, locust or jtl.")
  private String format;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The files.")
  private List<Path> files;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "NAME",
      description = "Name of the system that was measured, such as before.")
  private String name;

  @Option(
      names = {"-u", "--users"},
      paramLabel = "NUMBER",
      description = "Level of the runs: concurrent users (the most that a file tells of).")
  private Integer users;

  @Option(
      names = {"-o", "--outdir"},
      paramLabel = "DIR",
      description =
          "Folder for the results, new or of earlier imports"
              + " (experiments/results/import_YYYYMMDD_HHMMSS).")
  private Path outputDirectory;

  @Option(
      names = "--skip",
      paramLabel = "TIME",
      defaultValue = "0s",
      description =
          "Leave out this much at the begin of each file: ramp-up and warm-up (${DEFAULT-VALUE}).")
  private Duration skip;

  @Option(
      names = "--take",
      paramLabel = "TIME",
      description = "Take only this much behind it (all the rest).")
  private Duration take;

  @Override
  public Integer call() {
    FileImport wanted = wanted();
    Terminal terminal = root.terminal();
    List<FileImport.ReadFile> read = new ArrayList<>();
    Optional<ResultsFolder> existing =
        Optional.ofNullable(outputDirectory).flatMap(FileImport::existing);
    for (Path file : files) {
      FileImport.ReadFile one = wanted.read(file, new ReadingLine(terminal, file));
      terminal.line(FileImport.line(one));
      one.notes().forEach(note -> terminal.line(terminal.red("note: ") + note + "."));
      read.add(one);
    }
    ResultsFolder folder = existing.orElseGet(() -> Checkout.newFolder(outputDirectory, "import"));
    List<RunResult> added = wanted.add(read, folder);
    terminal.line("");
    RunTable.of(added).forEach(terminal::line);
    terminal.line("");
    terminal.line(
        "Results in %s: look at them with %s"
            .formatted(
                folder.path(), RepeatCommand.of(List.of("report", folder.path().toString()))));
    return 0;
  }

  private FileImport wanted() {
    UsageException.unless(
        MeasuredSystem.isName(name), "--as %s: 1 to 40 letters, digits, '.', '-' or '_'", name);
    UsageException.unless(
        users == null || (users >= 1 && users <= MOST_USERS),
        "--users must be from 1 to %d, not %s",
        MOST_USERS,
        users);
    UsageException.unless(
        take == null || take.toSeconds() >= 1, "--take must be 1s or more, not %s", take);
    return new FileImport(
        ForeignFormats.named(format)
            .orElseThrow(() ->
                new UsageException(
                    "'%s' is no format: choose one of %s"
                        .formatted(
                            format,
                            ForeignFormats.ALL.stream()
                                .map(ForeignFormat::shortName)
                                .sorted()
                                .collect(Collectors.joining(", "))))),
        name,
        Optional.ofNullable(users),
        skip,
        Optional.ofNullable(take));
  }
}
