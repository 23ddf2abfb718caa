package tasktracker.stack.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tasktracker.results.Resources;

class ResourceSamplerTest {
  private static final int LOOPS = 200_000;
  private static final long LIMIT = 1L << 30;
  private static final double TOLERANCE = 0.02;

  @Test
  void averagesCoverTheTimeFromStartToStopAlone() throws IOException {
    try (Burner busy = Burner.start();
        Burner idle = Burner.start()) {
      idle.burn(LOOPS);
      Duration before = busy.burn(LOOPS);
      ResourceSampler sampler = sampler(Map.of("busy", busy.pid(), "idle", idle.pid()));

      long outerBegin = System.nanoTime();
      sampler.start();
      long innerBegin = System.nanoTime();
      Duration burned = busy.burn(5 * LOOPS).minus(before);
      long innerEnd = System.nanoTime();
      Resources used = sampler.stop();
      long outerEnd = System.nanoTime();
      idle.burn(LOOPS);

      assertThat(average(used, "idle")).isZero();
      assertThat(average(used, "busy"))
          .isBetween(
              (1 - TOLERANCE) * 100 * burned.toNanos() / (outerEnd - outerBegin),
              (1 + TOLERANCE) * 100 * burned.toNanos() / (innerEnd - innerBegin));
    }
  }

  @Test
  void samplesInTheIntervalAndKeepsThePeak() throws IOException {
    try (Burner burner = Burner.start()) {
      ResourceSampler sampler = sampler(Map.of("burner", burner.pid()));
      sampler.start();
      burner.burn(LOOPS);

      Resources.Container used = sampler.stop().containers().get("burner");

      assertThat(used.samples())
          .hasSizeGreaterThan(2)
          .allSatisfy(sample -> {
            assertThat(sample.containerName()).isEqualTo("burner");
            assertThat(sample.memUsageBytes()).isPositive();
            assertThat(sample.memLimitBytes()).isEqualTo(LIMIT);
          })
          .isSortedAccordingTo(Comparator.comparing(Resources.Sample::timestamp));
      assertThat(used.summary().peakCpuPercent())
          .isGreaterThanOrEqualTo(used.summary().avgCpuPercent());
    }
  }

  @Test
  void totalsAreTheSumOfAllInstances() throws IOException {
    try (Burner one = Burner.start();
        Burner other = Burner.start()) {
      ResourceSampler sampler = sampler(Map.of("one", one.pid(), "other", other.pid()));
      sampler.start();
      one.burn(LOOPS);
      other.burn(LOOPS);

      Resources used = sampler.stop();

      assertThat(used.totals().avgCpuPercent())
          .isEqualTo(average(used, "one") + average(used, "other"));
    }
  }

  @Test
  void hasNoFiguresForAProcessThatDiedMeanwhileAndThoseOfTheOthers() throws IOException {
    try (Burner survivor = Burner.start()) {
      Burner victim = Burner.start();
      ResourceSampler sampler = sampler(Map.of("survivor", survivor.pid(), "victim", victim.pid()));
      sampler.start();
      victim.close();
      survivor.burn(LOOPS);

      Resources used = sampler.stop();

      assertThat(average(used, "victim")).isNull();
      assertThat(average(used, "survivor")).isPositive();
      assertThat(used.totals().avgCpuPercent()).isNull();
    }
  }

  @Test
  void countsAllThatTheProcessesOfAnInstanceUsedWhenItIsStartedAnew() throws IOException {
    Map<String, Long> roots = new ConcurrentHashMap<>();
    ResourceSampler sampler =
        new ResourceSampler(
            new ProcessUsage(() -> new LinkedHashMap<>(roots), ProcessTable.ofThisMachine(), LIMIT),
            Duration.ofMillis(50));
    Burner first = Burner.start();
    roots.put("restarted", first.pid());
    Duration before = first.burn(LOOPS);
    sampler.start();
    long begin = System.nanoTime();
    Duration burned = first.burn(3 * LOOPS).minus(before);
    pause();
    first.close();
    pause();
    try (Burner second = Burner.start()) {
      roots.put("restarted", second.pid());
      burned = burned.plus(second.burn(3 * LOOPS));
      long end = System.nanoTime();

      Resources used = sampler.stop();

      assertThat(average(used, "restarted"))
          .isBetween(
              (1 - TOLERANCE) * 100 * burned.toNanos() / (System.nanoTime() - begin),
              (1 + TOLERANCE) * 100 * burned.toNanos() / (end - begin));
      assertThat(used.containers().get("restarted").samples())
          .as("while it was gone")
          .anyMatch(sample -> sample.cpuPercent() == null);
    }
  }

  /** Several intervals, so that a reading falls into it. */
  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
  }

  private static ResourceSampler sampler(Map<String, Long> roots) {
    return new ResourceSampler(
        new ProcessUsage(() -> roots, ProcessTable.ofThisMachine(), LIMIT), Duration.ofMillis(100));
  }

  private static Double average(Resources used, String name) {
    return used.containers().get(name).summary().avgCpuPercent();
  }
}
