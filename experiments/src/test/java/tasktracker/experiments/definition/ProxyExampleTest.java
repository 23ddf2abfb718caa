package tasktracker.experiments.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.load.RequestTrial;
import tasktracker.stack.Instance;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.CommandPrefix;
import tasktracker.stack.embedded.Installation;

/** The example of nginx against HAProxy does what it says. */
class ProxyExampleTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "nginx-haproxy", "experiment.yaml");

  @TempDir Path folder;

  @Test
  void isAnExperiment() {
    ExperimentDefinition experiment = ExperimentFile.read(EXAMPLE).definition();

    assertThat(experiment.names()).containsExactly("nginx", "haproxy");
    assertThat(experiment.faults().getFirst().targets()).containsOnlyKeys("nginx", "haproxy");
  }

  @Test
  void bothProxiesServeTheSite() throws IOException {
    for (String program : List.of("nginx", "haproxy")) {
      assumeTrue(
          CommandPrefix.onPath(program),
          "skipped: there is no %s; apt-get install nginx-light haproxy".formatted(program));
    }
    ExperimentFile file = ExperimentFile.read(EXAMPLE);
    Installation installation = new Installation(folder, folder.resolve("state"));
    for (SystemDefinition definition : file.definition().systems()) {
      try (Stack stack = definition.system(StackOptions.DEFAULTS, installation).up()) {
        assertThat(stack.instances()).extracting(Instance::name).containsExactly("site", "proxy");
        assertThat(RequestTrial.of(stack.entry(), file.definition().workload().open()))
            .extracting(RequestTrial.Tried::name, RequestTrial.Tried::ok)
            .containsExactly(tuple("GET Page", true), tuple("GET Style", true));
      }
    }
  }
}
