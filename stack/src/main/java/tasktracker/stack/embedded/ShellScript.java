package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A script beside this class for a shell that outlives the lab, or works while the lab does other
 * things; what it says is for nobody.
 *
 * @param name of its file, without the ending
 */
record ShellScript(String name) {
  /** Functions that every script can call. */
  private static final String COMMON = "tree";

  /**
   * Starts it in a session of its own.
   *
   * @param environment variables beside those of this process
   * @throws IOException when there is no shell ({@code sh})
   */
  Process start(List<String> arguments, Map<String, String> environment) throws IOException {
    List<String> command =
        new ArrayList<>(CommandPrefix.ownSession("sh", "-c", text(COMMON) + text(name), name));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String text(String script) throws IOException {
    try (InputStream file = ShellScript.class.getResourceAsStream(script + ".sh")) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
