package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Another host, as far as the network is concerned: a namespace of Linux behind a link of its own.
 */
final class NetworkNamespace implements AutoCloseable {
  /** This machine, as the other reaches it. */
  static final String HERE = "10.77.88.1";

  /** The other host, as this machine reaches it. */
  static final String THERE = "10.77.88.2";

  private static final String NAME = "tasktracker-test";
  private static final String LINK = "tt-test0";
  private static final String PEER = "tt-test1";

  private NetworkNamespace() {}

  /** Whether this machine lets the test have one. */
  static boolean isPossible() {
    return try_("ip", "netns", "list") && "root".equals(System.getProperty("user.name"));
  }

  /** Makes it, in place of one that an earlier test has left. */
  static NetworkNamespace create() {
    NetworkNamespace made = new NetworkNamespace();
    made.close();
    run("ip", "netns", "add", NAME);
    run("ip", "link", "add", LINK, "type", "veth", "peer", "name", PEER, "netns", NAME);
    run("ip", "address", "add", HERE + "/24", "dev", LINK);
    run("ip", "link", "set", LINK, "up");
    made.inside("ip", "address", "add", THERE + "/24", "dev", PEER);
    made.inside("ip", "link", "set", PEER, "up");
    made.inside("ip", "link", "set", "lo", "up");
    return made;
  }

  /** Puts a command into it. */
  List<String> prefix() {
    return List.of("ip", "netns", "exec", NAME);
  }

  /** Carries out a command in it. */
  void inside(String... command) {
    List<String> whole = new ArrayList<>(prefix());
    whole.addAll(List.of(command));
    run(whole.toArray(String[]::new));
  }

  /** Loses every packet from now on; both sides still think that they are connected. */
  void cut() {
    run("ip", "link", "set", LINK, "down");
  }

  /** Loses this share of the packets that it sends, at random. */
  void lose(String share) {
    inside(
        "iptables",
        "-A",
        "OUTPUT",
        "-m",
        "statistic",
        "--mode",
        "random",
        "--probability",
        share,
        "-j",
        "DROP");
  }

  @Override
  public void close() {
    try_("ip", "link", "delete", LINK);
    try_("ip", "netns", "delete", NAME);
  }

  private static void run(String... command) {
    if (!try_(command)) {
      throw new AssertionError("failed: " + String.join(" ", command));
    }
  }

  private static boolean try_(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
