package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.UsageException;
import tasktracker.load.worker.WorkerToken;

class WorkerHostsTest {
  private static final URI LOCAL = URI.create("http://127.0.0.1:9000");

  @TempDir private Path folder;

  @Test
  void thisMachineIsNamedAsOthersReachIt() {
    assertThat(hosts("10.0.0.5", "10.0.0.7:7400").reached(LOCAL))
        .hasToString("http://10.0.0.5:9000");
    assertThat(hosts("fd00::5", "[fd00::7]:7400").reached(LOCAL))
        .hasToString("http://[fd00::5]:9000");
  }

  @Test
  void whatIsReachedAlikeFromAnywhereStaysAsItIs() {
    URI elsewhere = URI.create("http://10.0.0.9:8080");

    assertThat(hosts("10.0.0.5", "10.0.0.7:7400").reached(elsewhere)).isEqualTo(elsewhere);
    assertThat(hosts(null, "127.0.0.1:7400").reached(LOCAL)).isEqualTo(LOCAL);
  }

  @Test
  void theLoopbackAddressOfAnotherMachineIsRefused() {
    assertThatThrownBy(() -> hosts(null, "127.0.0.1:7400", "10.0.0.7:7400").reached(LOCAL))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "http://127.0.0.1:9000 is another machine for the worker on 10.0.0.7: name this one"
                + " with --entry-host, or the target as that host reaches it");
  }

  @Test
  void workersOfThisMachineAreSaidToShareIt() {
    assertThat(hosts(null, "127.0.0.1:7400").limits())
        .containsExactly("Workers share this machine with what runs on it, and take CPU from it");
    // An address for documentation, which no machine has (RFC 5737).
    assertThat(hosts(null, "192.0.2.7:7400").limits()).isEmpty();
  }

  @Test
  void nobodySharesAUser() throws Exception {
    Path file = folder.resolve("worker.token");
    WorkerToken.create(file);
    WorkerHosts hosts = new WorkerHosts(List.of("a:1", "b:2", "c:3"), file.toString(), null);

    assertThat(hosts.places(2).count()).isEqualTo(2);
    assertThat(hosts.places(9).count()).isEqualTo(3);
  }

  private static WorkerHosts hosts(String entryHost, String... addresses) {
    return new WorkerHosts(List.of(addresses), "worker.token", entryHost);
  }
}
