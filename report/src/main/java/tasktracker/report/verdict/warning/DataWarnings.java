package tasktracker.report.verdict.warning;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.results.RecordedRuns;

/** What the data itself shows to be wrong with it. */
public final class DataWarnings {
  private static final List<Warning> ALL =
      List.of(
          new RampUpInside(),
          new SampledBeforeLoad(),
          new SampledRarely(),
          new MissingUsage(),
          new WarmUpCutOff(),
          new MostlyThinking(),
          new AlwaysFirst(),
          new CpuSpeedVaried(),
          new OneRunEach());

  private DataWarnings() {}

  /** A sentence for each thing that is wrong with the runs of a folder. */
  public static List<String> of(Path folder, RecordedRuns recorded) {
    SweepData data = SweepData.of(folder, recorded);
    return Stream.concat(
            data.damage().stream(),
            ALL.stream().map(each -> each.about(data)).flatMap(Optional::stream))
        .toList();
  }
}
