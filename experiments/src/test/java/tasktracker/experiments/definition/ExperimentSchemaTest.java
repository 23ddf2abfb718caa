package tasktracker.experiments.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema knows the keys that the reader knows, and no others. */
class ExperimentSchemaTest {
  private static final JsonNode SCHEMA =
      new JsonMapper().readTree(Path.of("..", "docs", "experiment.schema.json").toFile());

  static Stream<Arguments> sections() {
    return Stream.of(
        Arguments.of("", ExperimentReader.KEYS),
        Arguments.of("/properties/load", LoadReader.KEYS),
        Arguments.of("/properties/hooks", HookReader.KEYS),
        Arguments.of("/properties/faults/items", FaultReader.KEYS),
        Arguments.of("/properties/workload/oneOf/0", List.of(WorkloadReader.SCENARIO)),
        Arguments.of("/$defs/hook/oneOf/2", HookReader.COMMAND_KEYS),
        Arguments.of("/$defs/process", SystemReader.ONE_PROCESS_KEYS),
        Arguments.of("/$defs/system/oneOf/0", SystemReader.URL_KEYS),
        Arguments.of("/$defs/system/oneOf/1", SystemReader.COMMAND_KEYS),
        Arguments.of("/$defs/system/oneOf/2", SystemReader.PROCESSES_KEYS),
        Arguments.of("/$defs/system/oneOf/3", SystemReader.COMPOSE),
        Arguments.of("/$defs/system/oneOf/3/properties/compose", SystemReader.COMPOSE_KEYS),
        Arguments.of("/$defs/system/oneOf/4", SystemReader.BUILT_IN_KEYS));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void hasTheKeysOfTheReader(String pointer, List<String> keys) {
    JsonNode section = SCHEMA.at(pointer);

    assertThat(section.path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(section.path("additionalProperties").asBoolean(true)).isFalse();
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("/properties/load/properties/fresh_deployment", LoadReader.FRESH_FOR),
        Arguments.of("/properties/load/properties/format", LoadReader.FORMATS),
        Arguments.of(
            "/$defs/system/oneOf/3/properties/compose/properties/build", SystemReader.BUILD_WORDS),
        Arguments.of("/$defs/process/properties/stop_signal", SystemReader.SIGNALS));
  }

  @ParameterizedTest
  @MethodSource("words")
  void hasTheWordsOfTheReader(String pointer, List<String> words) {
    assertThat(SCHEMA.at(pointer).path("enum").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(words);
  }
}
