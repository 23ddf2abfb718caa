package tasktracker.load.scenario.yaml;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tasktracker.load.http.HttpSession;
import tasktracker.load.http.HttpSettings;
import tasktracker.load.http.RequestLog;
import tasktracker.load.http.ResolvedTarget;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.http.ScriptedServer.Exchange;
import tasktracker.load.http.Sessions;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.workload.AuditedScenario;
import tasktracker.load.workload.LedgerReport;

/** A user of a scenario with a server of its own, which answers as it is told. */
final class OneUser implements RequestLog, AutoCloseable {
  /** Requests as the server got them. */
  final List<Exchange> sent = new ArrayList<>();

  /** How they ended, as {@code name: OUTCOME message}. */
  final List<String> ended = new ArrayList<>();

  private final ScriptedServer server;
  private final Sessions sessions;
  private final HttpSession session;
  private final SplittableRandom random = new SplittableRandom(1);
  private final Optional<AuditedScenario> audited;
  private final VirtualUser user;

  OneUser(String yaml, ScriptedServer.Script script) throws IOException {
    this(yaml, Path.of(""), 7, script);
  }

  OneUser(String yaml, Path folder, int number, ScriptedServer.Script script) throws IOException {
    server =
        new ScriptedServer(exchange -> {
          sent.add(exchange);
          script.answer(exchange);
        });
    sessions = new Sessions(ResolvedTarget.resolve(server.uri()), HttpSettings.DEFAULT);
    session = sessions.open(this);
    YamlScenario scenario = YamlScenario.parse("test.yaml", yaml, folder);
    audited = scenario.audited();
    user =
        audited
            .<Scenario>map(each -> each)
            .orElse(scenario)
            .newUser(new UserContext(number, "r4nd0m", random));
  }

  OneUser start() {
    user.onStart(session);
    return this;
  }

  OneUser doTasks(int count) {
    for (int i = 0; i < count; i++) {
      user.tasks().next(random).run(session);
    }
    return this;
  }

  /** Reads back what the user wrote. */
  LedgerReport audit() throws InterruptedException {
    return audited.orElseThrow().audit(server.uri(), Duration.ofMillis(300));
  }

  VirtualUser user() {
    return user;
  }

  List<String> lines() {
    return sent.stream().map(Exchange::requestLine).toList();
  }

  @Override
  public void ended(
      Endpoint endpoint, long due, long sent, long end, int contentSize, Result result) {
    ended.add("%s: %s %s".formatted(endpoint.name(), result.outcome(), result.message()).strip());
  }

  @Override
  public void reconnected() {
    throw new AssertionError("the server of the test keeps its connections");
  }

  @Override
  public void close() throws IOException {
    session.close();
    sessions.close();
    server.close();
  }
}
