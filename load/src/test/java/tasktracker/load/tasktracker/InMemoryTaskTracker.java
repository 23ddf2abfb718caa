package tasktracker.load.tasktracker;

import java.io.IOException;
import java.time.Instant;
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
    account.tasks.put(id, task);
    exchange.respond("201 Created", task.toString());
  }

  private static String list(Account account, String path) {
    Stream<ObjectNode> tasks = account.tasks.descendingMap().values().stream();
    if (path.contains("?")) {
      String[] filter = path.substring(path.indexOf('?') + 1).split("=", -1);
      tasks = tasks.filter(task -> task.get(filter[0]).asString().equals(filter[1]));
    }
    return tasks
        .map(ObjectNode::toString)
        .collect(Collectors.joining(",", "{\"tasks\":[", "],\"total\":0}"));
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
        task.put("status", parts[5].equals("complete") ? "done" : "todo");
        exchange.ok(task.toString());
      }
      default -> exchange.ok(task.toString());
    }
  }
}
