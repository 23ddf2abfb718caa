package tasktracker.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tasktracker.results.failure.FailureFolder;

/** A failure experiment that was recorded once: 30 users, twice 200 ms of latency for 4 s. */
final class RecordedFailure {

  private RecordedFailure() {}

  static FailureFolder in(Path folder) throws IOException {
    try (InputStream recorded = RecordedFailure.class.getResourceAsStream(FailureFolder.RESULTS)) {
      Files.copy(recorded, folder.resolve(FailureFolder.RESULTS));
    }
    return new FailureFolder(folder);
  }
}
