package tasktracker.service.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8002, false",
    "http://[::1]:8002, false",
    "http://localhost:8002, true",
    "http://task-service, true"
  })
  void namesMayStandForOtherAddressesLater(URI url, boolean mayChange) {
    assertThat(Addresses.mayChange(List.of(url))).isEqualTo(mayChange);
  }
}
