package tasktracker.experiments.stack.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of the proxy. Its arguments are the links. It says {@code ready}, then answers each
 * line at its input, an impairment and the names of the links that get it, with {@code ok} or what
 * is wrong, and ends with its input: when the lab ends in any way, so does this.
 */
public final class Main {
  private final List<Relay> relays = new ArrayList<>();

  private Main() {}

  /** Listens at every link. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] links) throws IOException {
    Main proxy = new Main();
    for (String link : links) {
      proxy.relays.add(Relay.listening(Link.parse(link)));
    }
    PrintStream answers = System.out;
    answers.println("ready");
    BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      answers.println(proxy.answer(line.split(" ")));
    }
  }

  private String answer(String[] command) {
    Impairment impairment = Impairment.parse(command[0]);
    List<String> links = List.of(command).subList(1, command.length);
    try {
      for (Relay relay : relays) {
        if (links.contains(relay.link().toString())) {
          relay.impair(impairment);
        }
      }
      return "ok";
    } catch (IOException e) {
      return e.toString();
    }
  }
}
