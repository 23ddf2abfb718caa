package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;
import tasktracker.stack.HealthProbe;
import tasktracker.stack.Instance;
import tasktracker.stack.StackOptions;

class EmbeddedStackTest {
  @TempDir static Path folder;

  private static EmbeddedRuntime runtime;
  private static Installation installation;

  private final List<EmbeddedStack> stacks = new ArrayList<>();

  @BeforeAll
  static void packageService() throws IOException {
    installation =
        new Installation(TinyService.packagedIn(folder.resolve("jars")), folder.resolve("state"));
    runtime = new EmbeddedRuntime(installation);
  }

  @AfterEach
  void takeDown() {
    stacks.forEach(EmbeddedStack::close);
    runtime.down("tiny");
  }

  @Test
  void isHealthyWhenItIsUpAndGoneWhenItIsClosed() {
    Architecture architecture = TinyArchitecture.healthy();

    EmbeddedStack stack = up(architecture, StackOptions.DEFAULTS);

    assertThat(HealthProbe.ask(stack.entry(), Duration.ofSeconds(2)).healthy()).isTrue();
    assertThat(stack.instances())
        .extracting(Instance::name)
        .containsExactly("back_db", "front", "back");
    stack.close();
    assertThat(alive(stack)).isEmpty();
    assertThat(runtime.status(TinyArchitecture.healthy())).isEmpty();
    assertThat(installation.stack("tiny").resolve("data")).doesNotExist();
  }

  @Test
  void tellsAServiceWhereItsDatabaseAndTheOthersAre() throws Exception {
    EmbeddedStack stack = up(TinyArchitecture.healthy(), StackOptions.DEFAULTS.withReplicas(2));

    TinyEnvironment front = TinyEnvironment.of(stack, "front");
    TinyEnvironment back = TinyEnvironment.of(stack, "back_2");

    assertThat(front.text())
        .contains(
            "BACK_URLS=http://127.0.0.1:%d,http://127.0.0.1:%d"
                .formatted(port(stack, "back"), port(stack, "back_2")))
        .doesNotContain("DATABASE_URL");
    String url = back.value("DATABASE_URL");
    assertThat(url).isEqualTo("jdbc:postgresql://127.0.0.1:" + port(stack, "back_db") + "/back");
    try (Connection database = back.connect()) {
      assertThat(database.isValid(2)).isTrue();
    }
    assertThat(front.value("JWT_SECRET"))
        .hasSizeGreaterThanOrEqualTo(32)
        .isEqualTo(back.value("JWT_SECRET"));
  }

  @Test
  void keepsTheDatabaseFromThoseWithoutItsPassword() {
    EmbeddedStack stack = up(TinyArchitecture.healthy(), StackOptions.DEFAULTS);
    String url = "jdbc:postgresql://127.0.0.1:" + port(stack, "back_db") + "/back";

    assertThatThrownBy(() -> DriverManager.getConnection(url, Postgres.USER, "guess"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void deletesWhatWasStoredAndKeepsConnectionsAndTheHistoryOfMigrations() throws Exception {
    EmbeddedStack stack = up(TinyArchitecture.healthy(), StackOptions.DEFAULTS);
    try (Connection open = TinyEnvironment.of(stack, "back").connect();
        Statement sql = open.createStatement()) {
      sql.execute("CREATE TABLE \"Pears\" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");
      sql.execute("CREATE TABLE baskets (pear int REFERENCES \"Pears\")");
      sql.execute("CREATE TABLE history_of_pears (installed_rank int)");
      sql.execute("INSERT INTO \"Pears\" DEFAULT VALUES");
      sql.execute("INSERT INTO baskets VALUES (1)");
      sql.execute("INSERT INTO history_of_pears VALUES (1)");

      assertThat(stack.resetData()).isTrue();

      assertThat(number(sql, "SELECT count(*) FROM \"Pears\"")).isZero();
      assertThat(number(sql, "SELECT count(*) FROM baskets")).isZero();
      assertThat(number(sql, "SELECT count(*) FROM history_of_pears")).isEqualTo(1);
      assertThat(number(sql, "INSERT INTO \"Pears\" DEFAULT VALUES RETURNING id")).isEqualTo(1);
    }
    assertThat(stack.resetData()).isTrue();
  }

  @Test
  void namesTheDatabaseThatCannotBeEmptied() {
    EmbeddedStack stack = up(TinyArchitecture.healthy(), StackOptions.DEFAULTS);
    stack.close();

    assertThatThrownBy(stack::resetData)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("cannot empty database back_db")
        .message()
        .hasLineCount(1);
  }

  private static int number(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void showsTheLastLinesAndTheExitCodeOfAServiceThatDies() {
    assertThatThrownBy(() -> up(TinyArchitecture.behaving("die"), StackOptions.DEFAULTS))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("back ended with exit code 7")
        .hasMessageContaining("the disk is on fire");
    assertThat(runtime.status(TinyArchitecture.healthy())).isEmpty();
  }

  @Test
  void namesTheServiceThatDoesNotBecomeHealthy() {
    StackOptions impatient = StackOptions.DEFAULTS.withStartTimeout(Duration.ofSeconds(2));

    assertThatThrownBy(() -> up(TinyArchitecture.behaving("unhealthy"), impatient))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("not healthy after 2 s: back");
    assertThat(runtime.status(TinyArchitecture.healthy())).isEmpty();
  }

  @Test
  void namesATakenPortAndItsOwnerAndStartsNothing() throws IOException {
    Architecture architecture = TinyArchitecture.healthy();
    int port = architecture.service("back").port();

    try (ServerSocket _ = new ServerSocket(port)) {
      assertThatThrownBy(() -> up(architecture, StackOptions.DEFAULTS))
          .isInstanceOf(EnvironmentException.class)
          .hasMessageContaining("port " + port + ", which back needs, is taken")
          .hasMessageContaining("by process " + ProcessHandle.current().pid());
    }
    assertThat(runtime.status(TinyArchitecture.healthy())).isEmpty();
  }

  @Test
  void refusesReplicasWhereNothingCanBeScaled() {
    Architecture single =
        new Architecture(
            "single", "front", List.of(), TinyArchitecture.healthy().services().subList(0, 1));

    assertThatThrownBy(() -> up(single, StackOptions.DEFAULTS.withReplicas(3)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("single has no service that can run as several instances");
  }

  @Test
  void outlivesItsStarterWhenDetachedUntilItIsTakenDown() {
    EmbeddedStack stack =
        up(TinyArchitecture.healthy(), StackOptions.DEFAULTS.whichOutlivesTheLab());

    assertThat(runtime.status(TinyArchitecture.healthy()))
        .hasValueSatisfying(status -> assertThat(status.owned()).isFalse());
    assertThatThrownBy(() -> up(TinyArchitecture.healthy(), StackOptions.DEFAULTS))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("tiny is up already");
    assertThat(runtime.down("tiny")).isTrue();
    assertThat(alive(stack)).isEmpty();
    assertThat(runtime.down("tiny")).isFalse();
  }

  @Test
  void endsInstancesThatAreStoppedByASignal() throws Exception {
    EmbeddedStack stack = up(TinyArchitecture.healthy(), StackOptions.DEFAULTS);
    long pid = instance(stack, "back").pid();
    new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor();

    stack.close();

    assertThat(alive(stack)).isEmpty();
  }

  private EmbeddedStack up(Architecture architecture, StackOptions options) {
    EmbeddedStack stack = runtime.up(architecture, options);
    stacks.add(stack);
    return stack;
  }

  private static List<Instance> alive(EmbeddedStack stack) {
    return stack.instances().stream()
        .filter(instance -> ProcessHandle.of(instance.pid()).isPresent())
        .toList();
  }

  private static Instance instance(EmbeddedStack stack, String name) {
    return stack.instances().stream()
        .filter(instance -> instance.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static int port(EmbeddedStack stack, String name) {
    return instance(stack, name).port();
  }
}
