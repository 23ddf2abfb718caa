import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A load generator: how it is told to send GETs without think time, and what it then says. */
enum Tool {
  OURS("TaskTracker load", "java", "") {
    @Override
    List<String> command(int users, int seconds, Path folder) {
      return subject("get", Integer.toString(users), WARM_UP_SECONDS, seconds, "0");
    }

    @Override
    Figures read(String output, Path folder) {
      return ours(output);
    }
  },
  WRK("wrk", "wrk", "apt-get install wrk") {
    @Override
    List<String> command(int users, int seconds, Path folder) {
      return List.of(
          "wrk",
          "--threads=1",
          "--connections=" + users,
          "--duration=" + seconds,
          "--timeout=30",
          "--latency",
          "--header=Authorization: " + Subject.TOKEN,
          Server.URL + "/");
    }

    @Override
    Figures read(String output, Path folder) {
      return new Figures(
          (long) Figures.number(output, "(\\d+) requests in"),
          Figures.number(output, "Requests/sec:\\s+([0-9.]+)"),
          Figures.time(output, "^\\s+50%\\s+"),
          Figures.time(output, "^\\s+99%\\s+"),
          Figures.time(output, "^\\s+Latency\\s+\\S+\\s+\\S+\\s+"));
    }
  },
  HEY("hey", "hey", "apt-get install hey") {
    @Override
    List<String> command(int users, int seconds, Path folder) {
      return List.of(
          "hey",
          "-cpus",
          "1",
          "-c",
          Integer.toString(users),
          "-z",
          seconds + "s",
          "-H",
          "Authorization: " + Subject.TOKEN,
          Server.URL + "/");
    }

    @Override
    Figures read(String output, Path folder) {
      return new Figures(
          (long) Figures.number(output, "\\[200\\]\\s+(\\d+) responses"),
          Figures.number(output, "Requests/sec:\\s+([0-9.]+)"),
          1e6 * Figures.number(output, "50%+ in ([0-9.]+) secs"),
          1e6 * Figures.number(output, "99%+ in ([0-9.]+) secs"),
          1e6 * Figures.number(output, "Slowest:\\s+([0-9.]+) secs"));
    }
  },
  LOCUST_FAST("Locust FastHttpUser", "locust", "apt-get install python3-locust") {
    @Override
    List<String> command(int users, int seconds, Path folder) throws IOException {
      return locust("FastHttpUser", users, seconds, folder);
    }

    @Override
    Figures read(String output, Path folder) throws IOException {
      return locust(folder);
    }
  },
  LOCUST_HTTP("Locust HttpUser", "locust", "apt-get install python3-locust") {
    @Override
    List<String> command(int users, int seconds, Path folder) throws IOException {
      return locust("HttpUser", users, seconds, folder);
    }

    @Override
    Figures read(String output, Path folder) throws IOException {
      return locust(folder);
    }
  };

  /** Long enough for the JIT compilers; the same in runs of every length. */
  static final int WARM_UP_SECONDS = 5;

  final String title;
  final String program;
  final String installation;

  Tool(String title, String program, String installation) {
    this.title = title;
    this.program = program;
    this.installation = installation;
  }

  /** The command of one run. */
  abstract List<String> command(int users, int seconds, Path folder) throws IOException;

  /** The figures of the run that has just ended. */
  abstract Figures read(String output, Path folder) throws IOException;

  boolean isInstalled() {
    return this == OURS
        || Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The tools that are there; the others are named. */
  static List<Tool> installed() {
    List<Tool> tools = new ArrayList<>();
    for (Tool tool : values()) {
      if (tool.isInstalled()) {
        tools.add(tool);
      } else {
        System.out.printf("SKIPPED %s: not installed (%s)%n", tool.title, tool.installation);
      }
    }
    return tools;
  }

  static List<String> subject(
      String scenario, String usersOrRate, int warmUp, int seconds, String thinkTime) {
    List<String> command = new ArrayList<>(Java.command());
    command.addAll(
        List.of(
            "Subject",
            Server.URL,
            scenario,
            usersOrRate,
            Integer.toString(warmUp),
            Integer.toString(seconds),
            thinkTime));
    return command;
  }

  static Figures ours(String output) {
    return new Figures(
        (long) Figures.of(output, "requests"),
        Figures.of(output, "rps"),
        Figures.of(output, "p50"),
        Figures.of(output, "p99"),
        Figures.of(output, "max"));
  }

  private static List<String> locust(String user, int users, int seconds, Path folder)
      throws IOException {
    Path file = folder.resolve("locustfile.py");
    Files.writeString(
        file,
        """
        from locust import %1$s, task

        class Getter(%1$s):
            @task
            def get(self):
                self.client.get("/", headers={"Authorization": "%2$s"})
        """
            .formatted(user, Subject.TOKEN));
    return List.of(
        "locust",
        "--headless",
        "--only-summary",
        "--locustfile=" + file,
        "--host=" + Server.URL,
        "--users=" + users,
        "--spawn-rate=" + users,
        "--run-time=" + seconds + "s",
        "--csv=" + folder.resolve("locust"));
  }

  /** Locust writes milliseconds. */
  private static Figures locust(Path folder) throws IOException {
    String[] total =
        Files.readAllLines(folder.resolve("locust_stats.csv")).getLast().split(",", -1);
    return new Figures(
        Long.parseLong(total[2]),
        number(total[9]),
        1e3 * number(total[11]),
        1e3 * number(total[18]),
        1e3 * number(total[7]));
  }

  private static double number(String cell) {
    return cell.equals("N/A") ? Double.NaN : Double.parseDouble(cell);
  }
}
