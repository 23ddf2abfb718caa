package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class EnvironmentExceptionTest {
  static final Stream<Arguments> FAILURES =
      Stream.of(
          Arguments.of(new AccessDeniedException("/lab/lock"), "no permission for /lab/lock"),
          Arguments.of(new NoSuchFileException("/lab"), "there is no /lab"),
          Arguments.of(new NotDirectoryException("/lab"), "/lab is no folder"),
          Arguments.of(
              new FileSystemException("/lab/lock", null, "Read-only file system"),
              "Read-only file system (/lab/lock)"),
          Arguments.of(new IOException("No space left on device"), "No space left on device"));

  @ParameterizedTest
  @FieldSource("FAILURES")
  void givesTheReasonAndNotTheBarePath(IOException failure, String reason) {
    assertThat(EnvironmentException.because("cannot lock /lab", failure))
        .hasMessage("cannot lock /lab: " + reason)
        .hasCause(failure);
  }
}
