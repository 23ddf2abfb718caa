package tasktracker.experiments.cli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import tasktracker.experiments.definition.MaskedSecrets;
import tasktracker.load.http.TargetHost;

/** The arguments of this process as its results keep them. */
final class RecordedArguments {
  private static final Pattern SECRET =
      Pattern.compile(
          "((?:authorization|x-auth|cookie|token|secret|passw(?:or)?d|api-?key)[^\\s:=]*\\s*[:=]\\s*).+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private RecordedArguments() {}

  /** All of them; users, passwords and values of telling names are {@code ***}. */
  static List<String> of(String... arguments) {
    return Arrays.stream(arguments)
        .map(TargetHost::withoutUser)
        .map(new MaskedSecrets()::convert)
        .map(argument -> SECRET.matcher(argument).replaceAll("$1***"))
        .toList();
  }
}
