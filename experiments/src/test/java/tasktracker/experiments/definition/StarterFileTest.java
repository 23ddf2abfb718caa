package tasktracker.experiments.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarterFileTest {
  @TempDir Path folder;

  private ExperimentDefinition read(String text) {
    return new ExperimentFile("experiment.yaml", text, folder.toString()).definition();
  }

  @Test
  void namesTheServersThatAnswer() {
    String text = StarterFile.of(Optional.empty(), List.of(8080, 8081));

    assertThat(read(text).names()).containsExactly("port_8080", "port_8081");
  }

  @Test
  void namesTheComposeFileAndItsEntry() throws IOException {
    Files.writeString(
        folder.resolve("compose.yaml"),
        "services: {db: {image: postgres}, web: {image: nginx, ports: ['8080:80']}}\n");

    String text = StarterFile.of(ComposeGuess.in(folder), List.of());

    assertThat(text)
        .contains("files: [compose.yaml]")
        .contains("entry: \"web\"")
        .contains("port: 80 ");
    assertThat(read(text).names()).containsExactly("compose");
  }

  @Test
  void saysWhatIsToBeFilledIn() {
    assertThat(StarterFile.of(Optional.empty(), List.of())).contains("fill in the URL of yours");
    assertThat(
            StarterFile.of(
                Optional.of(new ComposeGuess("compose.yml", Optional.empty(), OptionalInt.empty())),
                List.of()))
        .contains("Which service takes the requests");
  }

  @ParameterizedTest
  @CsvSource({"0, 8080:80, 80", "1, 127.0.0.1:8080:81/tcp, 81", "2, 82, 82", "3, 53:53/udp, -1"})
  void readsPortsAsComposeFilesHaveThem(int number, String written, int port) throws IOException {
    Path own = Files.createDirectory(folder.resolve("own" + number));
    Files.writeString(
        own.resolve("docker-compose.yml"), "services: {web: {ports: ['" + written + "']}}\n");

    assertThat(ComposeGuess.in(own).orElseThrow().port().orElse(-1)).isEqualTo(port);
  }
}
