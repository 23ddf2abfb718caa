package tasktracker.report.sweep;

import static tasktracker.report.html.Table.Column.numbers;
import static tasktracker.report.html.Table.Column.words;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tasktracker.report.ValueText;
import tasktracker.report.html.Block;
import tasktracker.report.html.PageLink;
import tasktracker.report.html.Section;
import tasktracker.report.html.Table;
import tasktracker.report.html.Table.Cell;
import tasktracker.report.sweep.SweepFindings.AssessedRun;
import tasktracker.results.RunName;

/** The runs that the claims of a level rest on: their files, and the command that made them. */
final class LevelRuns {
  private final SweepFindings findings;

  LevelRuns(SweepFindings findings) {
    this.findings = findings;
  }

  /** The section of a level by its name in addresses. */
  static String id(int users) {
    return "runs-%d".formatted(users);
  }

  /** A section for each level that is compared. */
  List<Section> sections() {
    return findings.runs().stream()
        .map(each -> each.run().concurrency())
        .distinct()
        .sorted()
        .map(users -> new Section(id(users), "Runs at %d users".formatted(users), blocks(users)))
        .toList();
  }

  private List<Block> blocks(int users) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Table(
            "What the claims at %d users rest on, in time order".formatted(users),
            List.of(
                words("Run"),
                words("Architecture"),
                numbers("Repetition"),
                words("Part"),
                words("Result"),
                words("Raw latencies")),
            findings.runs().stream()
                .filter(each -> each.run().concurrency() == users)
                .map(this::row)
                .toList()));
    findings.command().ifPresent(command -> blocks.add(new Block.Command(command)));
    return blocks;
  }

  private List<Cell> row(AssessedRun each) {
    String folder = RunName.folderOf(each.run()).orElse("");
    return List.of(
        linked(RunName.nameOf(each.run()), folder, "report.html"),
        Cell.of(each.run().architecture()),
        Cell.of(each.assessment().repetition()),
        Cell.of(part(each)),
        linked("results.json", folder, "results.json"),
        linked("latency.hlog", folder, "latency.hlog"));
  }

  private static String part(AssessedRun each) {
    if (!each.counts()) {
      return "left out";
    }
    return each.assessment().confirms() ? "confirms: the effect is its" : "decides";
  }

  private Cell linked(String text, String folder, String file) {
    Path relative = Path.of(folder, file);
    return folder.isEmpty() || !Files.isRegularFile(findings.path().resolve(relative))
        ? Cell.of(file.equals("report.html") ? text : ValueText.MISSING)
        : Cell.of(text).linked(PageLink.toFile(relative));
  }
}
