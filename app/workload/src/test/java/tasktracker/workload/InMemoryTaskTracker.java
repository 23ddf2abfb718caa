package tasktracker.workload;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.http.ScriptedServer.Exchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** As much of the TaskTracker API as the scenario uses, without a database. */
final class InMemoryTaskTracker implements ScriptedServer.Script {
  private static final JsonMapper JSON = new JsonMapper();

  final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong(10_000);

  /** The tasks of one user, newest last. */
  static final class Account {
    final TreeMap<Long, ObjectNode> tasks = new TreeMap<>();

    synchronized int size() {
      return tasks.size();
    }
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    String[] line = exchange.requestLine().split(" ", -1);
    String path = line[1];
    if (path.endsWith("/auth/register")) {
      register(exchange);
    } else if (path.endsWith("/auth/login")) {
      String name = JSON.readTree(exchange.body()).get("username").asString();
      exchange.ok("{\"access_token\":\"" + name + "\",\"token_type\":\"bearer\"}");
    } else {
      Optional<Account> account = account(exchange);
      if (account.isEmpty()) {
        exchange.respond("401 Unauthorized", "{}");
      } else {
        synchronized (account.get()) {
          answer(exchange, line[0], path, account.get());
        }
      }
    }
  }

  private void register(Exchange exchange) throws IOException {
    String name = JSON.readTree(exchange.body()).get("username").asString();
    boolean isNew = accounts.putIfAbsent(name, new Account()) == null;
    exchange.respond(isNew ? "201 Created" : "400 Bad Request", "{\"id\":1}");
  }

  private Optional<Account> account(Exchange exchange) {
    return exchange
        .head()
        .lines()
        .filter(header -> header.startsWith("Authorization: Bearer "))
        .map(header -> accounts.get(header.substring("Authorization: Bearer ".length())))
        .findFirst();
  }

  private void answer(Exchange exchange, String method, String path, Account account)
      throws IOException {
    if (path.equals("/api/v1/stats/") || path.equals("/api/v1/auth/me")) {
      exchange.ok("{\"total_tasks\":1}");
    } else if (path.startsWith("/api/v1/tasks/?") || path.equals("/api/v1/tasks/")) {
      if (method.equals("POST")) {
        create(exchange, account);
      } else {
        exchange.ok(list(account, path));
      }
    } else {
      answerOne(exchange, method, path, account);
    }
  }

  private void create(Exchange exchange, Account account) throws IOException {
    long id = ids.incrementAndGet();
    ObjectNode task = JSON.createObjectNode().put("id", id);
    task.put("created_at", Instant.EPOCH.toString());
    JSON.readTree(exchange.body()).forEachEntry((BiConsumer<String, JsonNode>) task::set);
    setStatus(task, task.path("status").asString("todo"));
    account.tasks.put(id, task);
    exchange.respond("201 Created", task.toString());
  }

  private static String list(Account account, String path) {
    Map<String, String> query = query(path);
    long skip = Long.parseLong(query.getOrDefault("skip", "0"));
    long limit = Long.parseLong(query.getOrDefault("limit", "100"));
    List<ObjectNode> tasks =
        account.tasks.descendingMap().values().stream()
            .filter(task -> matches(task, "status", query) && matches(task, "priority", query))
            .toList();
    return tasks.stream()
        .skip(skip)
        .limit(limit)
        .map(ObjectNode::toString)
        .collect(Collectors.joining(",", "{\"tasks\":[", "],\"total\":" + tasks.size() + "}"));
  }

  private static Map<String, String> query(String path) {
    return Stream.of(path.substring(path.indexOf('?') + 1).split("&", -1))
        .map(parameter -> parameter.split("=", -1))
        .filter(parameter -> parameter.length == 2)
        .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
  }

  private static boolean matches(ObjectNode task, String key, Map<String, String> query) {
    return !query.containsKey(key) || task.get(key).asString().equals(query.get(key));
  }

  private static void setStatus(ObjectNode task, String status) {
    task.put("status", status).put("is_completed", status.equals("done"));
  }

  private static void answerOne(Exchange exchange, String method, String path, Account account)
      throws IOException {
    String[] parts = path.split("/", -1);
    ObjectNode task = account.tasks.get(Long.parseLong(parts[4]));
    if (task == null) {
      exchange.respond("404 Not Found", "{\"detail\":\"Task not found\"}");
      return;
    }
    switch (method) {
      case "DELETE" -> {
        account.tasks.remove(task.get("id").asLong());
        exchange.send("HTTP/1.1 204 No Content\r\n\r\n");
      }
      case "PUT" -> {
        JSON.readTree(exchange.body()).forEachEntry((BiConsumer<String, JsonNode>) task::set);
        exchange.ok(task.toString());
      }
      case "PATCH" -> {
        setStatus(task, parts[5].equals("complete") ? "done" : "todo");
        exchange.ok(task.toString());
      }
      default -> exchange.ok(task.toString());
    }
  }
}
