package tasktracker.experiments;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Function;
import tasktracker.results.foreign.ForeignFormat;
import tasktracker.results.foreign.ForeignFormats;

/**
 * {@code config.json} of a folder of imported runs: what was imported, and which limits follow from
 * that.
 *
 * @param architectures their names, in the order of their import
 * @param generator who made the load
 * @param loadModel how load was offered, in words
 * @param imports what was imported, one after the other
 * @param startTime begin of the earliest measurement
 * @param endTime end of the latest
 * @param totalRuns runs in the folder
 * @param limits what limits every comparison, a sentence each without its end
 */
public record ImportConfig(
    List<String> architectures,
    String generator,
    String loadModel,
    List<Imported> imports,
    Instant startTime,
    Instant endTime,
    int totalRuns,
    List<String> limits) {

  private static final String NOT_SEEN =
      "Measured elsewhere: the lab knows neither the machine nor its CPU and memory, nor in which"
          + " order the runs came";

  /** Nothing yet. */
  static final ImportConfig NONE =
      new ImportConfig(List.of(), null, null, List.of(), null, null, 0, List.of());

  /** Copies the lists, takes absent ones as empty. */
  public ImportConfig {
    architectures = architectures == null ? List.of() : List.copyOf(architectures);
    imports = imports == null ? List.of() : List.copyOf(imports);
    limits = limits == null ? List.of() : List.copyOf(limits);
  }

  /**
   * Files that were imported together.
   *
   * @param format the name of their format
   * @param files their paths as they were given
   * @param name of the architecture
   * @param users virtual users
   * @param skipped what was left out at the begin of each
   * @param taken how much was taken behind that; null for all of it
   */
  public record Imported(
      String format,
      List<String> files,
      @JsonProperty("as") String name,
      int users,
      @JsonProperty("skipped_seconds") Duration skipped,
      @JsonProperty("taken_seconds") Duration taken) {

    /** Copies the list, and checks what later imports need. */
    public Imported {
      requireNonNull(format, "format is missing");
      requireNonNull(name, "as is missing");
      files = files == null ? List.of() : List.copyOf(files);
    }
  }

  /**
   * The same with more.
   *
   * @param from begin of the earliest measurement of what is imported
   * @param to end of the latest
   */
  ImportConfig plus(Imported more, Instant from, Instant to) {
    List<Imported> all = new ArrayList<>(imports);
    all.add(more);
    List<ForeignFormat> formats =
        all.stream()
            .flatMap(each -> ForeignFormats.named(each.format()).stream())
            .distinct()
            .toList();
    SequencedSet<String> sentences = new LinkedHashSet<>(List.of(NOT_SEEN));
    formats.forEach(format -> sentences.addAll(format.unknown()));
    return new ImportConfig(
        distinct(all, Imported::name),
        String.join(", ", distinct(formats, ForeignFormat::generator)),
        String.join("; ", distinct(formats, ForeignRun::loadModel)),
        all,
        startTime == null || from.isBefore(startTime) ? from : startTime,
        endTime == null || to.isAfter(endTime) ? to : endTime,
        totalRuns + more.files().size(),
        List.copyOf(sentences));
  }

  private static <T> List<String> distinct(List<T> all, Function<T, String> name) {
    return all.stream().map(name).distinct().toList();
  }
}
