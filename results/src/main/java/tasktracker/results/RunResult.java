package tasktracker.results;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * One run: {@code results.json} of its folder and its line of {@code results.jsonl}. Everything
 * except architecture and concurrency may be {@code null} in files of other tools and ages.
 *
 * @param architecture the shape under test
 * @param concurrency virtual users
 * @param duration planned length of the measurement
 * @param warmup planned length of the warm-up before it
 * @param spawnRate virtual users started per second
 * @param figures what the load generator measured
 * @param start begin of the measurement window
 * @param end end of the measurement window
 * @param rawCsvPath {@code stats_stats.csv} of the run, relative to the results folder
 * @param historyCsvPath {@code stats_stats_history.csv} of the run, relative to the results folder
 * @param resources what the services used; {@code null} if nobody looked
 * @param efficiency throughput by resources; {@code null} without resources
 * @param additions further keys of the run, such as {@code load_model}, by name
 */
public record RunResult(
    @JsonProperty("arch") String architecture,
    int concurrency,
    @JsonProperty("duration_s") Duration duration,
    @JsonProperty("warmup_s") Duration warmup,
    Double spawnRate,
    @JsonUnwrapped RunFigures figures,
    @JsonProperty("start_ts") Instant start,
    @JsonProperty("end_ts") Instant end,
    String rawCsvPath,
    String historyCsvPath,
    Resources resources,
    Efficiency efficiency,
    @JsonAnyGetter Map<String, Object> additions) {
  /** The key of runs that were measured after their level had been decided. */
  public static final String CONFIRMS = "confirms";

  /** Copies the additions, keeping their order. */
  public RunResult {
    if (architecture == null || architecture.isBlank()) {
      throw new IllegalArgumentException("a run needs an architecture (key \"arch\")");
    }
    if (concurrency < 1) {
      throw new IllegalArgumentException("a run needs users (key \"concurrency\")");
    }
    additions =
        additions == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(additions));
  }

  /** Which repetition of its level it is, from 1; empty where the file does not say. */
  public Optional<Integer> repetition() {
    return addition("repetition", Integer.class);
  }

  /** Whether it was measured after its level had been decided, and had no part in that. */
  @JsonIgnore
  public boolean confirms() {
    return addition(CONFIRMS, Boolean.class).orElse(false);
  }

  /** A further key as what it should be; empty where there is none, or something else under it. */
  public <T> Optional<T> addition(String key, Class<T> type) {
    try {
      return Optional.ofNullable(Json.MAPPER.convertValue(additions.get(key), type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The efficiency that it says, or else what follows from its totals; empty without either. */
  public Optional<Efficiency> efficiencyFigures() {
    return Optional.ofNullable(efficiency)
        .or(() ->
            Optional.ofNullable(resources)
                .map(Resources::totals)
                .map(totals -> Efficiency.of(figures.throughput(), totals)));
  }

  /** The same with further keys; those of the same name are replaced. */
  public RunResult plus(Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(additions);
    all.putAll(more);
    return with(all);
  }

  /** The run as {@code results.json} holds it. */
  public String toJson() {
    return JsonFile.text(this);
  }

  RunResult with(Map<String, Object> additions) {
    return new RunResult(
        architecture,
        concurrency,
        duration,
        warmup,
        spawnRate,
        figures,
        start,
        end,
        rawCsvPath,
        historyCsvPath,
        resources,
        efficiency,
        additions);
  }
}
