package tasktracker.service.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BalancingTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String STARTING =
      "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private ScriptedServer one;
  private ScriptedServer two;
  private Upstream upstream;

  @BeforeEach
  void start() throws IOException {
    one = ScriptedServer.answering(OK);
    two = ScriptedServer.answering(OK);
  }

  @AfterEach
  void stop() {
    upstream.close();
    one.close();
    two.close();
  }

  @Test
  void usesEveryInstance() throws IOException {
    upstream = to(one, two);
    call(40);
    assertThat(one.requests()).isNotEmpty();
    assertThat(two.requests()).isNotEmpty();
  }

  @Test
  void sendsRequestsToTheInstanceThatIsFaster() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    ScriptedServer.Script slowly =
        peer -> {
          while (peer.readRequest()) {
            goOn.await();
            peer.write(OK);
          }
        };
    try (ScriptedServer slow = new ScriptedServer(slowly)) {
      upstream = to(one, slow);
      for (int sent = 1; slow.requests().isEmpty(); sent++) {
        int expected = sent;
        Thread.startVirtualThread(() -> assertThatCode(() -> call(1)).doesNotThrowAnyException());
        Await.until(() -> slow.requests().size() + one.requests().size() == expected);
      }
      int before = one.requests().size();
      call(100);
      assertThat(one.requests()).hasSize(before + 100);
      assertThat(slow.requests()).hasSize(1);
      goOn.countDown();
    }
  }

  @Test
  void goesOnToAnotherInstanceWhenOneRefusesTheConnection() throws IOException {
    one.close();
    upstream = to(one, two);
    call(20);
    assertThat(two.requests()).hasSize(20);
    assertThat(figures(one).available()).isFalse();
    assertThat(figures(two).available()).isTrue();
  }

  @Test
  void leavesOutAnInstanceThatBrokeOff() throws IOException {
    try (ScriptedServer broken = new ScriptedServer(ScriptedServer.Peer::readRequest)) {
      upstream = to(broken);
      assertThatThrownBy(() -> call(1)).isInstanceOf(UpstreamException.BrokenOff.class);
      upstream.setInstances(List.of(address(broken), address(two)));
      call(5);
      assertThat(broken.requests()).hasSize(1);
      assertThat(two.requests()).hasSize(5);
    }
  }

  @Test
  void leavesOutAnInstanceThatDoesNotAnswer() throws IOException {
    try (ScriptedServer silent = new ScriptedServer(BalancingTest::readOnly)) {
      upstream =
          new Upstream(
              "task-service",
              List.of(silent.url()),
              UpstreamSettings.DEFAULTS.withTimeouts(
                  Duration.ofMillis(100), Duration.ofMillis(100)));
      assertThatThrownBy(() -> call(1)).isInstanceOf(UpstreamException.TimedOut.class);

      assertThat(figures(silent).available()).isFalse();
    }
  }

  @Test
  void turnsToTheOthersWhenAnInstanceSaysThatItIsGoing() throws IOException {
    String last = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
    try (ScriptedServer going =
        new ScriptedServer(peer -> {
          peer.readRequest();
          peer.write(last);
        })) {
      upstream = to(going);
      call(1);
      assertThat(figures(going).available()).isFalse();
      call(1);
      assertThat(going.requests()).as("while there is no other one").hasSize(2);

      upstream.setInstances(List.of(address(going), address(two)));
      call(5);

      assertThat(two.requests()).hasSize(5);
    }
  }

  @Test
  void letsAnInstanceBackInWhenItIsWellAgain() throws Exception {
    int port = one.port();
    one.close();
    upstream = to(one, two);
    while (figures(one).available()) {
      call(1);
    }
    AtomicReference<String> answer = new AtomicReference<>(STARTING);
    try (ScriptedServer back =
        new ScriptedServer(
            port,
            peer -> {
              while (peer.readRequest()) {
                peer.write(answer.get());
              }
            })) {
      while (back.healthChecks() < 2) {
        call(1);
      }
      assertThat(back.requests()).isEmpty();

      answer.set(OK);
      Await.until(() -> figures(back).available());
      call(40);

      assertThat(back.requests()).isNotEmpty();
    }
  }

  @Test
  void leavesOutAnInstanceThatSaysThatItIsNotReady() throws IOException {
    try (ScriptedServer starting = ScriptedServer.answering(STARTING)) {
      upstream = to(starting);
      call(1);
      upstream.setInstances(List.of(address(starting), address(two)));
      call(5);
      assertThat(starting.requests()).hasSize(1);
      assertThat(two.requests()).hasSize(5);
    }
  }

  @Test
  void checksAnInstanceThatJoinsOthers() throws Exception {
    try (ScriptedServer starting = ScriptedServer.answering(STARTING)) {
      upstream = to(one);
      upstream.setInstances(List.of(address(one), address(two), address(starting)));
      Await.until(() -> figures(two).available() && starting.healthChecks() > 1);
      call(40);
      assertThat(two.requests()).isNotEmpty();
      assertThat(starting.requests()).isEmpty();
    }
  }

  @Test
  void triesAgainAtOnceWhenEveryInstanceIsOut() throws IOException {
    int port = one.port();
    one.close();
    upstream = to(one);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> call(1)).isInstanceOf(UpstreamException.Unreachable.class);
    }
    try (ScriptedServer back = new ScriptedServer(port, ScriptedServer.alwaysAnswering(OK))) {
      call(1);
      assertThat(figures(back).available()).isTrue();
    }
  }

  @Test
  void isUnreachableWithoutInstances() {
    upstream = to();
    assertThatThrownBy(() -> call(1))
        .isInstanceOf(UpstreamException.Unreachable.class)
        .hasMessage("task-service cannot be reached: it has no instance");
  }

  @Test
  void closesTheConnectionsOfAnInstanceThatLeftAndFinishesWhatItDoes() throws Exception {
    upstream = to(one);
    call(1);
    UpstreamResponse last = upstream.send(new UpstreamRequest("GET", "/"));
    upstream.setInstances(List.of(address(two)));
    assertThat(last.body().readAllBytes()).hasSize(2);
    Await.until(() -> one.openConnections() == 0);
    call(3);
    assertThat(one.requests()).hasSize(2);
    assertThat(two.requests()).hasSize(3);
  }

  @Test
  void takesInstancesInAndOutAsTheNameTellsOfThem() throws Exception {
    List<InetSocketAddress> named = new CopyOnWriteArrayList<>(List.of(address(one)));
    upstream = new Upstream("task-service", UpstreamSettings.DEFAULTS);
    upstream.follow(() -> List.copyOf(named));
    Await.until(() -> !upstream.figures().isEmpty());
    call(1);
    named.add(address(two));
    Await.until(() -> upstream.figures().size() == 2);
    named.remove(address(one));
    Await.until(() -> upstream.figures().size() == 1);
    call(3);
    assertThat(one.requests()).hasSize(1);
    assertThat(two.requests()).hasSize(3);
    Await.until(() -> one.openConnections() == 0);
  }

  private static void readOnly(ScriptedServer.Peer peer) throws IOException {
    while (peer.readRequest()) {
      // Never answers.
    }
  }

  private void call(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      try (UpstreamResponse response = upstream.send(new UpstreamRequest("GET", "/"))) {
        response.body().readAllBytes();
      }
    }
  }

  private static Upstream to(ScriptedServer... servers) {
    return new Upstream(
        "task-service",
        Stream.of(servers).map(ScriptedServer::url).toList(),
        UpstreamSettings.DEFAULTS);
  }

  private static InetSocketAddress address(ScriptedServer server) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
  }

  private InstanceFigures figures(ScriptedServer server) {
    return upstream.figures().stream()
        .filter(figures -> figures.address().endsWith(":" + server.port()))
        .findFirst()
        .orElseThrow();
  }
}
