package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.stack.CpuLoan;
import tasktracker.stack.CpuSet;
import tasktracker.stack.StackOptions;

/** Processes of a real stack, on the processors that the kernel says they may use. */
@EnabledOnOs(OS.LINUX)
class CpuLoanTest {
  @TempDir private Path folder;

  @Test
  void everyThreadOfTheStackHasAllProcessorsUntilTheLoanEnds() throws IOException {
    CpuSet all = CpuSet.ofThisProcess().orElseThrow();
    assumeTrue(all.size() > 1, "this machine has one CPU");
    CpuSet own = new CpuSet(List.of(all.cpus().getLast()));
    Installation installation =
        new Installation(TinyService.packagedIn(folder.resolve("jars")), folder.resolve("state"));

    try (EmbeddedStack stack =
        new EmbeddedRuntime(installation)
            .up(TinyArchitecture.healthy(), StackOptions.DEFAULTS.withCpus(Optional.of(own)))) {
      assertThat(allowed(stack)).containsExactly(own);
      try (CpuLoan _ = stack.lendAllProcessors()) {
        assertThat(allowed(stack)).containsExactly(all);
      }
      assertThat(allowed(stack)).containsExactly(own);
    }
  }

  @Test
  void lendsNothingToAStackThatIsNotConfined() throws IOException {
    Installation installation =
        new Installation(TinyService.packagedIn(folder.resolve("jars")), folder.resolve("state"));

    try (EmbeddedStack stack =
        new EmbeddedRuntime(installation).up(TinyArchitecture.healthy(), StackOptions.DEFAULTS)) {
      assertThat(stack.lendAllProcessors()).isSameAs(CpuLoan.NONE);
    }
  }

  private static Set<CpuSet> allowed(EmbeddedStack stack) {
    return stack.instances().stream()
        .flatMap(instance -> ProcessHandle.of(instance.pid()).stream())
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .flatMap(process -> threads(process.pid()))
        .flatMap(thread -> CpuSet.of(thread.resolve("status")).stream())
        .collect(Collectors.toSet());
  }

  private static Stream<Path> threads(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
      return threads.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
