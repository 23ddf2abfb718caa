package tasktracker.stack.system.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShellWordsTest {
  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("  a   b\tc\n", List.of("a", "b", "c")),
        Arguments.of("nginx -g 'daemon off;'", List.of("nginx", "-g", "daemon off;")),
        Arguments.of("a \"b  c\" ''", List.of("a", "b  c", "")),
        Arguments.of("a'b'\"c\"d", List.of("abcd")),
        Arguments.of("a\\ b \\$x", List.of("a b", "$x")),
        Arguments.of("\"\\$x \\n \\\\\"", List.of("$x \\n \\")),
        Arguments.of("'$x `y` | z'", List.of("$x `y` | z")),
        Arguments.of("a \\\n b", List.of("a", "b")),
        Arguments.of("-p {port} *.txt ~", List.of("-p", "{port}", "*.txt", "~")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void splitsAsAShellDoes(String line, List<String> words) {
    assertThat(ShellWords.split(line)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "a 'b, a ' has no end",
        "a \"b, a \" has no end",
        "a \\, a backslash at the end",
        "a | b, | has a meaning for shells alone",
        "a && b, & has a meaning for shells alone",
        "a > b, > has a meaning for shells alone",
        "$HOME/x, $ has a meaning for shells alone",
        "\"`date`\", ` has a meaning for shells alone",
      })
  void refusesWhatOnlyAShellCouldDo(String line, String reason) {
    assertThatThrownBy(() -> ShellWords.split(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
