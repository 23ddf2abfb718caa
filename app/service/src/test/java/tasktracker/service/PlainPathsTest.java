package tasktracker.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathsTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/api/v1/tasks/", "/a.b/.c/..d/...", "/a~b:c@d"})
  void takesPathsThatMeanWhatTheySay(String path) {
    assertThat(PlainPaths.isPlain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//", "//a", "/a//b", "/a//", "/%61", "/a;b", "/.", "/..", "/a/./b", "/a/../b"})
  void takesNoPathThatWouldBecomeAnother(String path) {
    assertThat(PlainPaths.isPlain(path)).isFalse();
  }
}
