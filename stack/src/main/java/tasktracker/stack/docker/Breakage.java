package tasktracker.stack.docker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How containers are broken and mended: as commands, so that a shell can mend them when the lab is
 * no more.
 *
 * @param begin commands that bring it into force
 * @param undo commands that take it back
 * @param inForce whether a container is as the fault wants it
 * @param seen what is seen while it is in force
 */
record Breakage(
    List<List<String>> begin, List<List<String>> undo, Predicate<Container> inForce, String seen) {

  private static final long PERIOD = 100_000;
  private static final long SHORTEST_QUOTA = 1_000;
  private static final double NANOS = 1e9;

  /** Asks the processes to end, until they are started again. */
  static Breakage stop(List<Container> hit) {
    return ended(docker(hit, "stop", "-t", "10"), hit);
  }

  /** Kills the processes, until they are started again. */
  static Breakage kill(List<Container> hit) {
    return ended(docker(hit, "kill"), hit);
  }

  private static Breakage ended(List<String> end, List<Container> hit) {
    return new Breakage(
        List.of(end),
        List.of(docker(hit, "start")),
        container -> !container.running(),
        "does not run");
  }

  /** Freezes the control groups. */
  static Breakage pause(List<Container> hit) {
    return new Breakage(
        List.of(docker(hit, "pause")),
        List.of(docker(hit, "unpause")),
        Container::paused,
        "is paused");
  }

  /** Leaves a part of the CPU time that each container may use now. */
  static Breakage starve(List<Container> hit, double share, int machineCpus) {
    List<List<String>> begin = new ArrayList<>();
    List<List<String>> undo = new ArrayList<>();
    for (Container container : hit) {
      // What began with a quota of one kind cannot get one of the other.
      if (container.nanoCpus() > 0) {
        double cpus = container.nanoCpus() / NANOS;
        begin.add(
            docker(container, "update", "--cpus", number(Math.max(0.01, cpus * (1 - share)))));
        undo.add(docker(container, "update", "--cpus", number(cpus)));
      } else {
        long period = container.period() > 0 ? container.period() : PERIOD;
        int cpus = container.cpuset() > 0 ? container.cpuset() : machineCpus;
        long now = container.quota() > 0 ? container.quota() : period * cpus;
        long quota = Math.max(SHORTEST_QUOTA, Math.round(now * (1 - share)));
        begin.add(quota(container, period, quota));
        undo.add(quota(container, period, container.quota() > 0 ? container.quota() : -1));
      }
    }
    long[] before = hit.stream().mapToLong(Container::quota).toArray();
    return new Breakage(
        begin,
        undo,
        container -> {
          int index = hit.stream().map(Container::id).toList().indexOf(container.id());
          return container.quota() != before[index];
        },
        "has a smaller CPU quota");
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
    List<List<String>> undo = new ArrayList<>();
    for (Container container : hit) {
      container
          .networks()
          .forEach((network, options) -> {
            begin.add(List.of("docker", "network", "disconnect", network, container.id()));
            List<String> connect = new ArrayList<>(List.of("docker", "network", "connect"));
            connect.addAll(options);
            connect.addAll(List.of(network, container.id()));
            undo.add(connect);
          });
    }
    return new Breakage(
        begin, undo, container -> container.networks().isEmpty(), "is on no network");
  }

  /**
   * Resets connections at random in the network namespace of each container: whenever one is opened
   * or something is sent over it.
   */
  static Breakage lose(List<Container> hit, double share) {
    List<List<String>> begin = new ArrayList<>();
    List<List<String>> undo = new ArrayList<>();
    for (Container container : hit) {
      for (List<String> packets : List.of(List.of("--syn"), List.of("--tcp-flags", "PSH", "PSH"))) {
        begin.add(rule("-I", container, packets, share));
        undo.add(rule("-D", container, packets, share));
      }
    }
    return new Breakage(begin, undo, Breakage::dropsPackets, "resets connections at random");
  }

  private static List<String> rule(
      String operation, Container container, List<String> packets, double share) {
    List<String> command = new ArrayList<>(iptables(container, operation, "INPUT", "-p", "tcp"));
    command.addAll(List.of("--dport", String.valueOf(container.innerPort())));
    command.addAll(packets);
    command.addAll(List.of("-m", "statistic", "--mode", "random"));
    command.addAll(List.of("--probability", number(share)));
    command.addAll(List.of("-j", "REJECT", "--reject-with", "tcp-reset"));
    return command;
  }

  private static boolean dropsPackets(Container container) {
    DockerCommand.Result rules = DockerCommand.run(iptables(container, "-S", "INPUT"), Map.of());
    return rules.succeeded() && rules.out().contains("--mode random");
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
