package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.ui.job.Job;
import tasktracker.ui.job.JobQueue;

class JobQueueTest {
  @Test
  @Timeout(120)
  void forgetsTheOldestOfAHundredJobs(@TempDir Path folder) throws Exception {
    try (JobQueue queue = new JobQueue(Path.of("true"), folder, _ -> false, () -> false)) {
      for (int i = 0; i < 103; i++) {
        String submitted = queue.submit(List.of("sweep")).folder();
        while (queue.of(submitted).orElseThrow().state() != Job.State.ENDED) {
          Thread.sleep(1);
        }
      }

      assertThat(queue.list()).hasSize(100);
      assertThat(queue.list().getFirst().id()).isEqualTo(4);
      assertThat(queue.list().getLast().id()).isEqualTo(103);
    }
  }
}
