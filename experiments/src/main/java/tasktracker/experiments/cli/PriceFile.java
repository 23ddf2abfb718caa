package tasktracker.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tasktracker.experiments.UsageException;
import tasktracker.experiments.analysis.verdict.Prices;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Prices of computing, from a YAML file of a user. */
final class PriceFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private PriceFile() {}

  /**
   * Reads the file.
   *
   * @throws UsageException if it is missing or holds something else
   */
  static Prices read(Path file) {
    try {
      return YAML.readValue(Files.readAllBytes(file), Prices.class);
    } catch (IOException e) {
      throw new UsageException("--prices %s: cannot be read".formatted(file), e);
    } catch (JacksonException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
      throw new UsageException(
          "--prices %s: %s; use the keys currency, vcpu_hour and gb_hour".formatted(file, reason),
          e);
    }
  }
}
