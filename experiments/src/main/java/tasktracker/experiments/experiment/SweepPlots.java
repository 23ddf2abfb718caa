package tasktracker.experiments.experiment;

import java.nio.file.Path;
import java.util.List;
import tasktracker.experiments.result.ResultsFolder;

public final class SweepPlots {
  private SweepPlots() {}

  public static List<Path> draw(ResultsFolder folder, Path output) {
    return List.of();
  }
}
