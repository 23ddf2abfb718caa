package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackGroupTest {
  private static final CpuQuota QUOTA = new CpuQuota(1.5);

  @TempDir Path mount;

  @Test
  void hasAQuotaOfVersion1() throws IOException {
    Files.createDirectories(mount.resolve("cpu"));
    Files.createDirectories(mount.resolve("memory"));
    StackGroup group = new StackGroup(mount, "stack");

    group.create(QUOTA);

    assertThat(mount.resolve("cpu/stack/cpu.cfs_period_us")).hasContent("100000");
    assertThat(mount.resolve("cpu/stack/cpu.cfs_quota_us")).hasContent("150000");
    assertThat(group.removeCommand())
        .containsExactly("rmdir", mount + "/cpu/stack", mount + "/memory/stack");
  }

  @Test
  void hasAQuotaOfVersion2() throws IOException {
    Files.writeString(mount.resolve("cgroup.controllers"), "cpu memory\n");
    StackGroup group = new StackGroup(mount, "stack");

    group.create(QUOTA);

    assertThat(mount.resolve("cgroup.subtree_control")).hasContent("+cpu");
    assertThat(mount.resolve("stack/cpu.max")).hasContent("150000 100000");
    assertThat(group.removeCommand()).containsExactly("rmdir", mount + "/stack");
  }

  @Test
  void isRemovedOnceItIsEmpty() throws IOException {
    Files.createDirectories(mount.resolve("cpu/stack"));
    Files.createDirectories(mount.resolve("memory/stack"));

    new StackGroup(mount, "stack").remove();

    assertThat(mount.resolve("cpu")).isEmptyDirectory();
    assertThat(mount.resolve("memory")).isEmptyDirectory();
  }
}
