package tasktracker.stack.docker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tasktracker.stack.CpuSet;

/**
 * How containers are broken and mended: as commands, so that a shell can mend them when the lab is
 * no more.
 *
 * @param begin commands that bring it into force
 * @param undo commands that take it back from some of the containers
 * @param inForce whether a container is as the fault wants it
 * @param begun whether a container is not as before, be it that the begin failed half way
 * @param seen what is seen while it is in force
 */
record Breakage(
    List<List<String>> begin,
    Function<List<Container>, List<List<String>>> undo,
    Predicate<Container> inForce,
    Predicate<Container> begun,
    String seen) {

  private static final long PERIOD = 100_000;
  private static final long SHORTEST_QUOTA = 1_000;
  private static final double NANOS = 1e9;

  /** Of a fault that a container is either under or not. */
  private Breakage(
      List<List<String>> begin,
      Function<List<Container>, List<List<String>>> undo,
      Predicate<Container> inForce,
      String seen) {
    this(begin, undo, inForce, inForce, seen);
  }

  /** Asks the processes to end, until they are started again. */
  static Breakage stop(List<Container> hit) {
    return ended(docker(hit, "stop", "-t", "10"));
  }

  /** Kills the processes, until they are started again. */
  static Breakage kill(List<Container> hit) {
    return ended(docker(hit, "kill"));
  }

  private static Breakage ended(List<String> end) {
    return new Breakage(
        List.of(end),
        stopped -> List.of(docker(stopped, "start")),
        container -> !container.running(),
        "does not run");
  }

  /** Freezes the control groups. */
  static Breakage pause(List<Container> hit) {
    return new Breakage(
        List.of(docker(hit, "pause")),
        paused -> List.of(docker(paused, "unpause")),
        Container::paused,
        "is paused");
  }

  /** Leaves a part of the CPU time that each container may use now. */
  static Breakage starve(List<Container> hit, double share, int machineCpus) {
    List<List<String>> begin = new ArrayList<>();
    Map<String, List<List<String>>> undo = new HashMap<>();
    Map<String, Long> before = new HashMap<>();
    for (Container container : hit) {
      before.put(container.id(), container.quota());
      // What began with a quota of one kind cannot get one of the other.
      if (container.nanoCpus() > 0) {
        double cpus = container.nanoCpus() / NANOS;
        begin.add(
            docker(container, "update", "--cpus", number(Math.max(0.01, cpus * (1 - share)))));
        undo.put(container.id(), List.of(docker(container, "update", "--cpus", number(cpus))));
      } else {
        long period = container.period() > 0 ? container.period() : PERIOD;
        int cpus = container.cpuset().map(CpuSet::size).orElse(machineCpus);
        long now = container.quota() > 0 ? container.quota() : period * cpus;
        long quota = Math.max(SHORTEST_QUOTA, Math.round(now * (1 - share)));
        begin.add(quota(container, period, quota));
        undo.put(
            container.id(),
            List.of(quota(container, period, container.quota() > 0 ? container.quota() : -1)));
      }
    }
    return new Breakage(
        begin,
        starved -> of(starved, undo),
        container -> container.quota() != before.get(container.id()),
        "has a smaller CPU quota");
  }

  private static List<List<String>> of(
      List<Container> containers, Map<String, List<List<String>>> commands) {
    return containers.stream().flatMap(container -> commands.get(container.id()).stream()).toList();
  }

  private static List<String> quota(Container container, long period, long quota) {
    return docker(
        container,
        "update",
        "--cpu-period",
        String.valueOf(period),
        "--cpu-quota",
        String.valueOf(quota));
  }

  /** Takes the containers off their networks, and gives them their names back afterwards. */
  static Breakage disconnect(List<Container> hit) {
    List<List<String>> begin = new ArrayList<>();
    Map<String, List<List<String>>> undo = new HashMap<>();
    Map<String, Set<String>> before = new HashMap<>();
    for (Container container : hit) {
      List<List<String>> connections = new ArrayList<>();
      container
          .networks()
          .forEach((network, options) -> {
            begin.add(List.of("docker", "network", "disconnect", network, container.id()));
            List<String> connect = new ArrayList<>(List.of("docker", "network", "connect"));
            connect.addAll(options);
            connect.addAll(List.of(network, container.id()));
            connections.add(connect);
          });
      undo.put(container.id(), connections);
      before.put(container.id(), container.networks().keySet());
    }
    return new Breakage(
        begin,
        disconnected -> of(disconnected, undo),
        container -> container.networks().isEmpty(),
        container -> !container.networks().keySet().containsAll(before.get(container.id())),
        "is on no network");
  }

  /**
   * Resets connections at random in the network namespace of each container, to every port that it
   * publishes: whenever one is opened or something is sent over it.
   */
  static Breakage lose(List<Container> hit, double share) {
    return new Breakage(
        hit.stream().flatMap(container -> rules("-I", container, share)).toList(),
        lossy -> lossy.stream().flatMap(container -> rules("-D", container, share)).toList(),
        container ->
            resettingRules(container) >= Math.max(1, rules("-I", container, share).count()),
        container -> resettingRules(container) > 0,
        "resets connections at random");
  }

  private static Stream<List<String>> rules(String operation, Container container, double share) {
    return container.ports().keySet().stream()
        .flatMap(port ->
            Stream.of(List.of("--syn"), List.of("--tcp-flags", "PSH", "PSH"))
                .map(packets -> rule(operation, container, port, packets, share)));
  }

  private static List<String> rule(
      String operation, Container container, int port, List<String> packets, double share) {
    List<String> command = new ArrayList<>(iptables(container, operation, "INPUT", "-p", "tcp"));
    command.addAll(List.of("--dport", String.valueOf(port)));
    command.addAll(packets);
    command.addAll(List.of("-m", "statistic", "--mode", "random"));
    command.addAll(List.of("--probability", number(share)));
    command.addAll(List.of("-j", "REJECT", "--reject-with", "tcp-reset"));
    return command;
  }

  private static long resettingRules(Container container) {
    DockerCommand.Result rules = DockerCommand.run(iptables(container, "-S", "INPUT"));
    return rules.succeeded()
        ? rules.out().lines().filter(rule -> rule.contains("--mode random")).count()
        : 0;
  }

  private static List<String> iptables(Container container, String... arguments) {
    List<String> command = new ArrayList<>(List.of("nsenter", "-t"));
    command.addAll(List.of(String.valueOf(container.pid()), "-n", "iptables", "-w"));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private static List<String> docker(List<Container> containers, String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(Arrays.asList(arguments));
    containers.forEach(container -> command.add(container.id()));
    return command;
  }

  private static List<String> docker(Container container, String... arguments) {
    return docker(List.of(container), arguments);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
