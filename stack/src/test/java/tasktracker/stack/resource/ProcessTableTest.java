package tasktracker.stack.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with what the kernel tells the processes themselves. */
class ProcessTableTest {
  /**
   * Some seconds of CPU time, beside which the ticks of 10 ms that {@code /proc} counts are small.
   */
  private static final int LOOPS = 1_000_000;

  private static final int MIB = 1024 * 1024;

  /** That of this machine, and where {@code ps} is installed also the one for other systems. */
  static Stream<ProcessTable> tables() {
    ProcessTable usual = ProcessTable.ofThisMachine();
    boolean ps =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ps")));
    return usual instanceof PsCommand || !ps ? Stream.of(usual) : Stream.of(usual, new PsCommand());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void countsTheCpuTimeOfALiveProcess(ProcessTable table) throws IOException {
    try (Burner burner = Burner.start()) {
      Duration accounted = burner.burn(LOOPS);

      Duration counted = table.cpuTime(Set.of(burner.pid())).get(burner.pid());

      assertAgree(counted, accounted);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tellsWhoMovesAndWhoStandsStill(ProcessTable table) throws Exception {
    Burner burner = Burner.start();
    assertThat(table.isMoving(burner.pid())).isTrue();
    assertThat(table.isStopped(burner.pid())).isFalse();

    new ProcessBuilder("kill", "-STOP", String.valueOf(burner.pid())).start().waitFor();
    while (!table.isStopped(burner.pid())) {
      Thread.sleep(2);
    }
    assertThat(table.isMoving(burner.pid())).isFalse();

    burner.close();
    assertThat(table.isStopped(burner.pid())).isFalse();
    assertThat(table.isMoving(burner.pid())).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void countsTheCpuTimeOfChildrenThatCameAndWent() throws IOException {
    try (Burner burner = Burner.start()) {
      Duration accounted = burner.burnInChildren(LOOPS);

      Duration counted =
          ProcessTable.ofThisMachine().cpuTime(Set.of(burner.pid())).get(burner.pid());

      assertAgree(counted, accounted);
    }
  }

  @Test
  void givesEachTreeItsOwnCpuTime() throws IOException {
    try (Burner one = Burner.start();
        Burner other = Burner.start()) {
      Duration most = one.burn(LOOPS);
      other.burn(LOOPS / 10);

      var counted = ProcessTable.ofThisMachine().cpuTime(List.of(one.pid(), other.pid()));

      assertAgree(counted.get(one.pid()), most);
      assertThat(counted.get(other.pid())).isPositive().isLessThan(most.dividedBy(4));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void countsAProcessForItsNearestRootAlone() throws IOException {
    try (Burner inner = Burner.start()) {
      inner.burn(LOOPS / 10);
      ProcessTable table = ProcessTable.ofThisMachine();
      long outer = ProcessHandle.current().pid();

      Duration withInner = table.cpuTime(List.of(outer)).get(outer);
      Duration withoutInner = table.cpuTime(List.of(outer, inner.pid())).get(outer);

      assertThat(withoutInner).isLessThan(withInner);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void knowsNothingOfAProcessThatIsGone(ProcessTable table) throws IOException {
    Burner gone = Burner.start();
    gone.close();

    assertThat(table.cpuTime(Set.of(gone.pid()))).isEmpty();
    assertThat(table.memory(Set.of(gone.pid()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void countsTheMemoryThatAProcessTouched(ProcessTable table) throws IOException {
    Process dd =
        new ProcessBuilder("dd", "if=/dev/zero", "bs=" + 100 * MIB, "count=1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      // The first byte comes when its buffer is full; the pipe then holds it up.
      assertThat(dd.getInputStream().read()).isZero();

      long memory = table.memory(Set.of(dd.pid())).get(dd.pid());

      assertThat(memory).isBetween(100L * MIB, 105L * MIB);
    } finally {
      dd.destroyForcibly();
    }
  }

  private static void assertAgree(Duration counted, Duration accounted) {
    assertThat(accounted).isGreaterThan(Duration.ofSeconds(1));
    assertThat(counted.toMillis()).isCloseTo(accounted.toMillis(), withinPercentage(2));
  }
}
