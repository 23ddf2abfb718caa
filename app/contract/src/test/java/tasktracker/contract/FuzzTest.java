package tasktracker.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tasktracker.service.Server;
import tasktracker.service.auth.Tokens;

/**
 * Requests that were changed at random, against both shapes. Properties: {@code fuzz.mutations},
 * how many, and {@code fuzz.seed}, which ones.
 */
class FuzzTest {

  private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 2000);
  private static final long SEED = Long.getLong("fuzz.seed", 12);
  private static final int CLIENTS = 16;
  private static final int HANG_MILLIS = 30_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

  /** A user who has no tasks: all answers then are the same, whatever the databases hold. */
  private static final String TOKEN =
      Tokens.from(Deployment.environment("", Map.of())).issue(999_999_999);

  private static Deployment monolith;
  private static Deployment microservices;

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  @BeforeAll
  static void start() {
    monolith = Deployment.monolith(Postgres.create("fuzz_db"));
    microservices =
        Deployment.microservices(Postgres.create("fuzz_user_db"), Postgres.create("fuzz_task_db"));
  }

  @AfterAll
  static void stop() {
    microservices.close();
    monolith.close();
  }

  @Test
  void survivesEveryMutationAndServesOthersMeanwhile(TestReporter reporter) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Void>> clients =
          threads.invokeAll(
              IntStream.range(0, CLIENTS)
                  .<Callable<Void>>mapToObj(client -> () -> send(client))
                  .toList());
      for (Future<Void> client : clients) {
        client.get();
      }
    }
    assertThat(counts.keySet()).noneMatch(key -> key.endsWith(" 500"));
    for (Deployment deployment : List.of(monolith, microservices)) {
      for (Server server : deployment.servers()) {
        new Client(server.port(), null).get("/").hasStatus(200);
      }
    }
    reporter.publishEntry(
        "%d mutations of seed %d".formatted(MUTATIONS, SEED), new TreeMap<>(counts).toString());
  }

  private Void send(int client) throws IOException {
    try (RawConnection other = new RawConnection(monolith.port());
        RawConnection another = new RawConnection(microservices.port())) {
      for (int number = client; number < MUTATIONS; number += CLIENTS) {
        Mutation mutation = Mutation.of(SEED, number, TOKEN);
        List<Integer> one = statuses(monolith, mutation);
        List<Integer> two = statuses(microservices, mutation);
        assertActsAlike(mutation, one, two);
        other.call("GET", "/", TOKEN).hasStatus(200);
        another.call("GET", "/", TOKEN).hasStatus(200);
      }
    }
    return null;
  }

  /** Sends a mutation and nothing more; returns the statuses of all answers until the close. */
  private List<Integer> statuses(Deployment deployment, Mutation mutation) throws IOException {
    List<Integer> statuses = new ArrayList<>();
    Matcher matcher = STATUS.matcher(exchange(deployment, mutation));
    while (matcher.find()) {
      statuses.add(Integer.valueOf(matcher.group(1)));
    }
    (statuses.isEmpty() ? List.of("closed") : statuses)
        .forEach(status -> counts.merge(deployment.name() + " " + status, 1, Integer::sum));
    assertThat(statuses).as("%s", mutation).doesNotContain(500, 502, 504);
    return statuses;
  }

  private static String exchange(Deployment deployment, Mutation mutation) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), deployment.port())) {
      socket.setSoTimeout(HANG_MILLIS);
      try {
        socket.getOutputStream().write(mutation.bytes());
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      } catch (SocketException e) {
        // Closed while bytes were on their way.
        return "";
      }
    }
  }

  /**
   * What one shape does the other does: where the answers part, both are refusals. They may part
   * where a body is malformed or cut off, which one shape reads sooner than the other.
   */
  private static void assertActsAlike(Mutation mutation, List<Integer> one, List<Integer> two) {
    int common = 0;
    while (common < Math.min(one.size(), two.size()) && one.get(common).equals(two.get(common))) {
      common++;
    }
    List<Integer> different = new ArrayList<>(one.subList(common, one.size()));
    different.addAll(two.subList(common, two.size()));
    assertThat(different)
        .as("%s and %s of %s", one, two, mutation)
        .allMatch(status -> status == 100 || status >= 400);
  }
}
