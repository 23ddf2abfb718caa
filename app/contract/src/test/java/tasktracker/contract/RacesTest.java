package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.Parameter;

@BothDeployments
class RacesTest {

  @Parameter Deployment deployment;

  @RepeatedTest(10)
  void letsAnUpdateWinOrLoseAgainstADelete() throws Exception {
    Client user = Client.newUser(deployment);
    String path = "/api/v1/tasks/" + user.createTask(Map.of("title", "x"));
    Callable<Answer> update = () -> user.put(path, Map.of("status", "done"));
    Callable<Answer> complete = () -> user.patch(path + "/complete");
    Callable<Answer> delete = () -> user.delete(path);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          threads.invokeAll(List.of(update, complete, delete, update, complete, delete));

      assertThat(statuses(answers, 0, 1, 3, 4)).isSubsetOf(200, 404);
      assertThat(statuses(answers, 2, 5)).containsExactlyInAnyOrder(204, 404);
    }
    user.get(path).isProblem(404, "Task not found");
  }

  private static List<Integer> statuses(List<Future<Answer>> answers, Integer... places) {
    return List.of(places).stream().map(i -> answers.get(i).resultNow().status()).toList();
  }
}
