import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the bench starts programs of its own: this JDK, this class path, the lab's own flags. */
final class Java {
  private Java() {}

  static List<String> command(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmn128m"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    return command;
  }
}
