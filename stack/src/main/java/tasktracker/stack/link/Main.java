package tasktracker.stack.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of the proxy. Its arguments are the links. It says {@code ready}, then answers each
 * line at its input, an impairment and the links that get it, with {@code ok} or what is wrong, and
 * ends with its input: when the lab ends in any way, so does this.
 *
 * <p>With the first argument {@code --control=PORT} it is there for other machines: it listens at
 * all addresses, and talks so over one connection at a time to that port. Whatever a connection has
 * impaired is sound again when the connection ends.
 */
public final class Main {
  private static final String CONTROL = "--control=";

  private final List<Relay> relays = new ArrayList<>();

  private Main() {}

  /** Listens at every link. */
  public static void main(String[] arguments) throws IOException {
    List<String> links = new ArrayList<>(List.of(arguments));
    Main proxy = new Main();
    if (links.getFirst().startsWith(CONTROL)) {
      int port = Integer.parseInt(links.removeFirst().substring(CONTROL.length()));
      InetAddress all = new InetSocketAddress(0).getAddress();
      proxy.listen(links, all);
      proxy.serve(new ServerSocket(port, 0, all));
    } else {
      proxy.listen(links, InetAddress.getLoopbackAddress());
      proxy.talk(System.in, System.out);
    }
  }

  private void listen(List<String> links, InetAddress address) throws IOException {
    for (String link : links) {
      relays.add(Relay.listening(Link.parse(link), address));
    }
  }

  private void serve(ServerSocket listener) throws IOException {
    while (true) {
      obey(listener.accept());
      for (Relay relay : relays) {
        relay.impair(Impairment.NONE);
      }
    }
  }

  private void obey(Socket lab) {
    try (lab) {
      talk(lab.getInputStream(), lab.getOutputStream());
    } catch (IOException e) {
      // However the connection ended, the next lab may come.
      return;
    }
  }

  private void talk(InputStream in, OutputStream out) throws IOException {
    PrintStream answers = new PrintStream(out, true, UTF_8);
    answers.println("ready");
    BufferedReader commands = new BufferedReader(new InputStreamReader(in, UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      answers.println(answer(line.split(" ")));
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
