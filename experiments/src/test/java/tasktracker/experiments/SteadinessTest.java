package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadinessTest {

  @Test
  void aRunWhoseThroughputKeepsFallingIsSuspectWithTheReason() {
    Map<String, Object> run = run("VALID", List.of());

    Steadiness.of(series(90, 100, -0.5), series(90, 5, 0)).addTo(run);

    assertThat(run).containsEntry("steady_state", "no").containsEntry("validity", "SUSPECT");
    assertThat(run.get("validity_reasons").toString())
        .contains("no steady state: throughput went from");
  }

  @Test
  void aSteadyRunStaysAsItIs() {
    Map<String, Object> run = run("VALID", List.of());

    Steadiness.of(series(90, 100, 0), series(90, 5, 0)).addTo(run);

    assertThat(run)
        .isEqualTo(
            Map.of("steady_state", "yes", "validity", "VALID", "validity_reasons", List.of()));
  }

  @Test
  void aShortRunIsNotJudged() {
    Map<String, Object> run = run("VALID", List.of());

    Steadiness.of(series(10, 100, -5), series(10, 5, 0)).addTo(run);

    assertThat(run)
        .containsEntry("steady_state", "too short to judge")
        .containsEntry("validity", "VALID");
  }

  @Test
  void anInvalidRunStaysInvalidAndKeepsItsReasons() {
    Map<String, Object> run = run("INVALID", List.of("the generator was the bottleneck"));

    Steadiness.of(series(90, 100, -0.5), series(90, 5, 0)).addTo(run);

    assertThat(run).containsEntry("validity", "INVALID");
    assertThat(run.get("validity_reasons").toString()).contains("bottleneck", "no steady state");
  }

  private static Map<String, Object> run(String validity, List<String> reasons) {
    return new HashMap<>(Map.of("validity", validity, "validity_reasons", reasons));
  }

  /** A figure of each second, with noise, that changes by so much a second. */
  private static List<Double> series(int seconds, double first, double change) {
    Random random = new Random(3);
    return IntStream.range(0, seconds)
        .mapToObj(second -> first + change * second + 0.01 * first * random.nextGaussian())
        .toList();
  }
}
