package tasktracker.experiments.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tasktracker.experiments.analysis.verdict.Scalability;

class ScalingTest {
  /**
   * The ray tracer benchmark on a NUMA machine: processors and rays per second, in N. J. Gunther,
   * <i>Guerrilla Capacity Planning</i>, table 5.1, and as {@code raytracer} in the R package usl.
   */
  private static final double[][] RAY_TRACER = {
    {1, 20}, {4, 78}, {8, 130}, {12, 170}, {16, 190}, {20, 200}, {24, 210}, {28, 230}, {32, 260},
    {48, 280}, {64, 310}
  };

  @Test
  void fitsPublishedDataAsPublished() {
    Scalability.Law law = Scaling.of("numa", points(RAY_TRACER), 0.95).law();

    assertThat(law.alpha().value()).isEqualTo(0.05, within(0.015));
    assertThat(law.beta().value()).isBetween(0.0, 1e-4);
    assertThat(law.gamma().value()).isEqualTo(20, within(3.0));
    assertThat(law.rSquared()).isGreaterThan(0.98);
  }

  @Test
  void findsTheParametersThatMadeTheData() {
    UniversalScalabilityLaw truth = new UniversalScalabilityLaw(50, 0.03, 0.0004);
    List<LoadPoint> points =
        IntStream.of(1, 5, 10, 25, 50, 75, 100)
            .mapToObj(users -> new LoadPoint(users, truth.throughput(users)))
            .toList();

    Scalability found = Scaling.of("any", points, 0.95);

    assertThat(found.law().gamma().value()).isCloseTo(50, Percentage.withPercentage(0.1));
    assertThat(found.law().alpha().value()).isCloseTo(0.03, Percentage.withPercentage(0.1));
    assertThat(found.law().beta().value()).isCloseTo(0.0004, Percentage.withPercentage(0.1));
    assertThat(found.law().peakConcurrency()).isEqualTo(Math.sqrt(0.97 / 0.0004), within(0.1));
  }

  @Test
  void refusesThroughputThatOnlyThinkTimeLimits() {
    Scalability found =
        Scaling.of(
            "any", points(new double[][] {{10, 4.5}, {25, 11}, {50, 21.4}, {200, 84}}), 0.95);

    assertThat(found.law()).isNull();
    assertThat(found.refusal()).contains("in proportion to the users");
    assertThat(found.knee()).isNull();
    assertThat(found.kneeNote()).contains("still grows between 50 and 200 users");
  }

  @Test
  void refusesThreeLevels() {
    Scalability found =
        Scaling.of("any", points(new double[][] {{10, 100}, {50, 300}, {200, 310}}), 0.95);

    assertThat(found.refusal()).contains("4 levels or more, not 3");
    // 10 requests/s a user would reach 310/s at 31 users.
    assertThat(found.knee()).isEqualTo(31, within(1e-9));
  }

  private static List<LoadPoint> points(double[][] of) {
    return Arrays.stream(of).map(each -> new LoadPoint(each[0], each[1])).toList();
  }
}
