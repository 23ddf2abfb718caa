package tasktracker.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.verdict.Scalability;

class ScalingTest {
  /**
   * The benchmark SPEC SDM91 on a SPARCcenter 2000: scripts and scripts per hour, which N. J.
   * Gunther takes as an example in <i>Guerrilla Capacity Planning</i>. Data and fit as in the R
   * package usl 3, {@code specsdm91}.
   */
  private static final double[][] SPEC_SDM91 = {
    {1, 64.9}, {18, 995.9}, {36, 1652.4}, {72, 1853.2}, {108, 1828.9}, {144, 1775.0}, {216, 1702.2}
  };

  @Test
  void fitsPublishedDataAsPublished() {
    List<LoadPoint> points = points(SPEC_SDM91);

    LawFit fit = LawFit.of(points);

    assertThat(fit.law().alpha()).isEqualTo(0.0277285, within(1e-6));
    assertThat(fit.law().beta()).isEqualTo(0.0001044, within(1e-7));
    assertThat(fit.law().gamma()).isEqualTo(89.9952330, within(1e-3));
    assertThat(fit.errors().get(0)).isEqualTo(14.2134894, within(1e-2));
    assertThat(fit.errors().get(1)).isEqualTo(0.0091217, within(1e-5));
    assertThat(fit.errors().get(2)).isEqualTo(0.0000199, within(1e-7));
    assertThat(Scaling.of("any", points, 0.95).law().peakConcurrency())
        .isEqualTo(96.5, within(0.1));
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
    assertThat(found.refusal()).contains("almost in proportion to the users");
    assertThat(found.knee()).isNull();
    assertThat(found.kneeNote()).contains("still grows between 50 and 200 users");
  }

  @Test
  void namesNoPeakBeyondTheTestedLevels() {
    UniversalScalabilityLaw truth = new UniversalScalabilityLaw(50, 0.03, 0.0004);
    List<LoadPoint> points =
        IntStream.of(1, 5, 10, 20, 40)
            .mapToObj(users -> new LoadPoint(users, truth.throughput(users)))
            .toList();

    assertThat(Scaling.of("any", points, 0.95).law().peakConcurrency()).isNull();
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
