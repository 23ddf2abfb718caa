package tasktracker.results.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class FileFailureTest {
  static final List<Arguments> FAILURES =
      List.of(
          Arguments.of(new AccessDeniedException("/lab/lock"), "/lab/lock: permission denied"),
          Arguments.of(new NoSuchFileException("/lab"), "/lab: no such file or folder"),
          Arguments.of(new NotDirectoryException("/lab"), "/lab: not a folder"),
          Arguments.of(
              new FileSystemException("/lab/lock", null, "Read-only file system"),
              "/lab/lock: read-only file system"),
          Arguments.of(new IOException("No space left on device"), "no space left on device"));

  @ParameterizedTest
  @FieldSource("FAILURES")
  void givesTheReasonAndNotTheBarePath(IOException failure, String reason) {
    assertThat(FileFailure.because("cannot lock /lab", failure))
        .hasMessage("cannot lock /lab: " + reason)
        .hasCause(failure);
  }
}
