package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.error.UsageException;
import tasktracker.experiments.evidence.PackWriter;
import tasktracker.results.ResultsFolder;

/** {@code pack}: a results folder as one archive that anyone can check. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = {
      "Packs a results folder into one ZIP archive: raw latencies, configuration, arguments, machine,"
          + " analysis, the SHA-256 of each file, and an RO-Crate description. The same folder gives"
          + " the same bytes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker pack experiments/results/sweep_20261124_101500",
      "  ./tasktracker pack experiments/results/versus_20261124_101500 -o evidence.zip --with"
          + " shop.yaml"
    })
final class PackCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;

  @Parameters(paramLabel = "RESULTS_DIR", description = "The results folder.")
  private Path results;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The archive (RESULTS_DIR.zip, beside the folder).")
  private Path output;

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description =
          "A further file, such as a scenario or an architecture, below inputs/; look for secrets in"
              + " it first. May be repeated.")
  private List<Path> more = List.of();

  @Override
  public Integer call() {
    ResultsFolder folder = ResultsFolder.open(results);
    Path whole = folder.path().toAbsolutePath().normalize();
    Path archive = output == null ? whole.resolveSibling(whole.getFileName() + ".zip") : output;
    UsageException.unless(
        !archive.toAbsolutePath().normalize().startsWith(whole),
        "%s: write the archive outside of the folder that it packs",
        archive);
    Terminal terminal = root.terminal();
    if (!folder.isAnalysed()) {
      terminal.line(
          "note: there is no analysis.json; ./tasktracker analyze %s writes one"
              .formatted(results));
    }
    PackWriter.Packed packed = new PackWriter(folder, more).write(archive, version());
    terminal.line("%s: %d files, %.1f MB".formatted(archive, packed.files(), packed.bytes() / 1e6));
    terminal.line("SHA-256 " + packed.sha256());
    terminal.line("Anyone checks it with ./tasktracker verify " + archive.getFileName());
    return 0;
  }

  private static String version() {
    return new Version().getVersion()[0];
  }
}
