package tasktracker.results;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import tasktracker.results.file.Mistake;
import tasktracker.results.file.StrictNumbers;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How the files spell names, durations (seconds) and times (ISO 8601). */
final class Json {

  private static final JsonMapper WITHOUT_ADDITIONS =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          // Python writes NaN where a figure is missing.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(StrictNumbers.module())
          .addModule(
              new SimpleModule()
                  .addSerializer(Duration.class, new Seconds())
                  .addDeserializer(Duration.class, new Length())
                  .addDeserializer(Instant.class, new AnyTime()))
          .build();

  static final JsonMapper MAPPER =
      WITHOUT_ADDITIONS
          .rebuild()
          .addModule(
              new SimpleModule("additions").addDeserializer(RunResult.class, new WithAdditions()))
          .build();

  /** Thirty years: far beyond any experiment, and far from where nanoseconds overflow. */
  private static final long MOST_SECONDS = 1_000_000_000;

  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  private Json() {}

  /**
   * Keeps the keys that a run does not write itself. Jackson's own way, any-setters, does not go
   * together with unwrapped components of records.
   */
  private static final class WithAdditions extends ValueDeserializer<RunResult> {
    @Override
    public RunResult deserialize(JsonParser in, DeserializationContext context) {
      JsonNode json = context.readTree(in);
      RunChecks.check(json);
      RunResult run = WITHOUT_ADDITIONS.treeToValue(json, RunResult.class);
      JsonNode known = WITHOUT_ADDITIONS.valueToTree(run);
      Map<String, Object> additions = new LinkedHashMap<>();
      json.forEachEntry((key, value) -> {
        if (!known.has(key)) {
          additions.put(key, WITHOUT_ADDITIONS.treeToValue(value, Object.class));
        }
      });
      return run.with(additions);
    }
  }

  /** Writes whole seconds as a whole number. */
  private static final class Seconds extends ValueSerializer<Duration> {
    @Override
    public void serialize(Duration value, JsonGenerator out, SerializationContext context) {
      long whole = value.toSeconds();
      if (value.equals(Duration.ofSeconds(whole))) {
        out.writeNumber(whole);
      } else {
        out.writeNumber(value.toNanos() / 1e9);
      }
    }
  }

  /** Reads seconds, which Python may write as {@code 10.0}. */
  private static final class Length extends ValueDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser in, DeserializationContext context) {
      Double seconds = context.readValue(in, Double.class);
      if (!(Math.abs(seconds) <= MOST_SECONDS)) {
        throw Mistake.at("must be a number of seconds, at most %d".formatted(MOST_SECONDS));
      }
      return Duration.ofNanos(Math.round(seconds * 1e9));
    }
  }

  /** Reads epoch seconds, ISO 8601 with an offset, and without one as time of this machine. */
  private static final class AnyTime extends ValueDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) {
      Instant time = time(in, context);
      if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
        throw Mistake.at("must be a time between the years 1970 and 3000");
      }
      return time;
    }

    private static Instant time(JsonParser in, DeserializationContext context) {
      if (in.currentToken().isNumeric()) {
        double seconds = context.readValue(in, Double.class);
        return Math.abs(seconds) > LATEST.getEpochSecond()
            ? Instant.MAX
            : Instant.ofEpochSecond(0, in.getDecimalValue().movePointRight(9).longValue());
      }
      try {
        var time =
            DateTimeFormatter.ISO_DATE_TIME.parseBest(
                in.currentToken() == JsonToken.VALUE_STRING ? in.getString() : "",
                Instant::from,
                LocalDateTime::from);
        return time instanceof LocalDateTime local
            ? local.atZone(ZoneId.systemDefault()).toInstant()
            : (Instant) time;
      } catch (DateTimeParseException e) {
        throw Mistake.at(
            "must be a time as of ISO 8601, such as 2026-11-24T10:15:00Z, not "
                + (in.currentToken().isScalarValue() ? in.getString() : "a list or keys"));
      }
    }
  }
}
