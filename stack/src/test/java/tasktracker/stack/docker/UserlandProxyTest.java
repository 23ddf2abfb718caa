package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserlandProxyTest {

  @ParameterizedTest
  @CsvSource({
    "/usr/sbin/docker-proxy -proto tcp -host-ip 127.0.0.1 -host-port 8000 -container-port 80, true",
    "/usr/sbin/docker-proxy -proto tcp -host-ip 127.0.0.1 -host-port 80 -container-port 8000, false",
    "/usr/bin/docker-proxy, false",
    "vi -host-port 8000, false"
  })
  void knowsTheProcessesThatCarryAPort(String commandLine, boolean carries) {
    assertThat(UserlandProxy.carries(List.of(commandLine.split(" ")), Set.of("8000")))
        .isEqualTo(carries);
  }
}
