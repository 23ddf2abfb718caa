package tasktracker.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class PortOwnerTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "127.0.0.2, 127.0.0.2, true",
    "0.0.0.0, 127.0.0.1, true",
    "::1, ::1, true",
    "::, ::1, true",
    "::, 127.0.0.1, true"
  })
  void isWhoeverAConnectionToTheAddressReaches(String bound, String asked, boolean found)
      throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(bound))) {
      assertThat(
              PortOwner.of(
                  new InetSocketAddress(InetAddress.getByName(asked), server.getLocalPort())))
          .extracting(PortOwner.Holder::pid)
          .isEqualTo(found ? List.of(ProcessHandle.current().pid()) : List.of());
    }
  }

  @Test
  void isNobodyWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }

    assertThat(PortOwner.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
        .isEmpty();
  }
}
