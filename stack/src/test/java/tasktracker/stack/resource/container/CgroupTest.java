package tasktracker.stack.resource.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.stack.resource.Usage;

class CgroupTest {
  private static final long PID = 4711;
  private static final String NET_DEV =
      """
      Inter-|   Receive                                                |  Transmit
       face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop
          lo: 9999999   100    0    0    0     0          0         0  9999999     100    0    0
        eth0:    1000    10    0    0    0     0          0         0     3000      30    0    0
        eth1:      24     1    0    0    0     0          0         0       72       2    0    0
      """;

  @TempDir Path proc;
  @TempDir Path mount;

  @BeforeEach
  void writeNetwork() throws IOException {
    write(proc.resolve("4711/net/dev"), NET_DEV);
  }

  @Test
  void readsVersion1() throws IOException {
    write(
        proc.resolve("4711/cgroup"),
        """
        4:memory:/docker/abc
        3:cpu,cpuacct:/docker/abc
        1:name=systemd:/docker/abc
        0::/docker/abc
        """);
    write(mount.resolve("cpuacct/docker/abc/cpuacct.usage"), "1500000000\n");
    write(mount.resolve("cpu/docker/abc/cpu.stat"), "nr_periods 3\nthrottled_time 250000000\n");
    Path memory = mount.resolve("memory/docker/abc");
    write(memory.resolve("memory.usage_in_bytes"), "5000\n");
    write(memory.resolve("memory.stat"), "inactive_file 7\ntotal_inactive_file 2000\n");
    write(memory.resolve("memory.limit_in_bytes"), "8000\n");

    assertThat(read())
        .isEqualTo(
            new Usage(
                PID,
                Duration.ofMillis(1500),
                3000L,
                8000L,
                1024L,
                3072L,
                Duration.ofMillis(250),
                null));
  }

  @Test
  void readsVersion2() throws IOException {
    writeVersion2("8000");

    assertThat(read())
        .isEqualTo(
            new Usage(
                PID,
                Duration.ofMillis(1500),
                3000L,
                8000L,
                1024L,
                3072L,
                Duration.ofMillis(250),
                null));
  }

  @Test
  void takesTheMachinesMemoryForNoLimit() throws IOException {
    writeVersion2("max");

    assertThat(read().memoryLimit()).isBetween(1L << 20, Long.MAX_VALUE - 1);
  }

  @Test
  void isAbsentWhereTheMachineShowsNoFiles() throws IOException {
    assertThat(Cgroup.of(PID, "abc", proc, mount)).as("without a process").isEmpty();

    write(proc.resolve("4711/cgroup"), "0::/system.slice/docker-abc.scope\n");

    assertThat(Cgroup.of(PID, "abc", proc, mount)).as("without a group").isEmpty();
  }

  @Test
  void readsNothingOnceTheContainerHasEnded() throws IOException {
    writeVersion2("8000");
    Cgroup cgroup = Cgroup.of(PID, "abc", proc, mount).orElseThrow();

    Files.delete(mount.resolve("system.slice/docker-abc.scope/cpu.stat"));

    assertThat(cgroup.read()).isEmpty();
  }

  @Test
  void isAbsentWhereTheProcessOfThatNumberIsOfNoContainerOrOfAnother() throws IOException {
    writeVersion2("8000");

    assertThat(Cgroup.of(PID, "def", proc, mount)).isEmpty();
    assertThat(Cgroup.holds(ProcessHandle.current().pid(), "def")).isFalse();
  }

  @Test
  void readsNothingOnceTheProcessIsAnothers() throws IOException {
    writeVersion2("8000");
    Cgroup cgroup = Cgroup.of(PID, "abc", proc, mount).orElseThrow();

    write(proc.resolve("4711/cgroup"), "0::/user.slice/session-1.scope\n");

    assertThat(cgroup.read()).isEmpty();
  }

  private void writeVersion2(String limit) throws IOException {
    write(proc.resolve("4711/cgroup"), "0::/system.slice/docker-abc.scope\n");
    Path group = mount.resolve("system.slice/docker-abc.scope");
    write(group.resolve("cpu.stat"), "usage_usec 1500000\nthrottled_usec 250000\n");
    write(group.resolve("memory.current"), "5000\n");
    write(group.resolve("memory.stat"), "anon 1\ninactive_file 2000\n");
    write(group.resolve("memory.max"), limit + "\n");
  }

  private Usage read() {
    return Cgroup.of(PID, "abc", proc, mount).orElseThrow().read().orElseThrow();
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
