package tasktracker.experiments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * How capacity is looked for.
 *
 * @param objective such as {@code p95<100ms,error_rate<1%}
 * @param startRate first arrival rate per second
 * @param highestRate no higher one is tried
 * @param precision distance between the rate that meets the objective and the one that misses it
 * @param tries of each of those two
 * @param budget time after which nothing is begun
 */
public record CapacityPlan(
    String objective,
    int startRate,
    int highestRate,
    double precision,
    int tries,
    @JsonProperty("budget_seconds") Duration budget) {}
