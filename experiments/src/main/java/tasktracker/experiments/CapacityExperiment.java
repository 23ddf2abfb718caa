package tasktracker.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.error.LabException;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.OpenModel;
import tasktracker.load.scenario.SetUpException;
import tasktracker.load.worker.WorkerException;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/**
 * Looks for the highest arrival rate that each architecture serves within an objective. The
 * architectures take turns, try by try, each on a fresh deployment. One use, by one thread.
 */
public final class CapacityExperiment {
  /** Users that may wait for answers at the same time: room for a second of arrivals. */
  private static final int MOST_USERS = 300;

  private static final int FEWEST_USERS = 20;
  private static final String INTERRUPTED = "it was interrupted";

  private final SweepSettings settings;
  private final CapacityPlan plan;
  private final List<ArchitectureSearch> searches;
  private final StackSource stacks;
  private final ResultsFolder folder;
  private final SweepListener listener;
  private final RunExecution execution;
  private final Budget budget;
  private int runs;

  /** An experiment that has not begun. */
  public CapacityExperiment(
      SweepSettings settings,
      CapacityPlan plan,
      StackSource stacks,
      ResultsFolder folder,
      SweepListener listener) {
    this.settings = settings;
    this.plan = plan;
    ServiceLevelObjective objective = ServiceLevelObjective.parse(plan.objective());
    this.searches =
        settings.architectures().stream()
            .map(name -> new ArchitectureSearch(name, plan, objective))
            .toList();
    this.stacks = stacks;
    this.folder = folder;
    this.listener = listener;
    this.execution = new RunExecution(settings, stacks, folder, listener);
    this.budget = new Budget(plan.budget());
  }

  /**
   * How a search ended.
   *
   * @param interrupted whether that was the reason
   */
  public record Outcome(Capacity capacity, boolean interrupted) {}

  /**
   * Searches until both edges are known, the budget is used up, the generator is the limit, or this
   * thread is interrupted. The folder holds what was found, however it ended.
   *
   * @throws tasktracker.error.LabException when a stack cannot be brought up or loaded
   */
  public Outcome run() {
    try {
      stacks.trainAll(execution.scenario(Optional.empty()), listener::trainingStarted);
      search();
      return end(false);
    } catch (InterruptedException e) {
      return cutShort(INTERRUPTED);
    } catch (LabException | SetUpException | WorkerException e) {
      if (Thread.currentThread().isInterrupted()) {
        return cutShort(INTERRUPTED);
      }
      cutShort(e.getMessage());
      throw e;
    }
  }

  private void search() throws InterruptedException {
    List<ArchitectureSearch> open = new ArrayList<>(searches);
    while (!open.isEmpty()) {
      for (ArchitectureSearch search : List.copyOf(open)) {
        OptionalInt rate = search.next();
        if (rate.isEmpty()) {
          open.remove(search);
        } else if (budget.allows(0, 1)) {
          search.add(rate.getAsInt(), measure(rate.getAsInt(), search));
        } else {
          search.cutShort("the budget was used up");
        }
      }
    }
  }

  private Outcome cutShort(String reason) {
    searches.forEach(search -> search.cutShort(reason));
    return end(INTERRUPTED.equals(reason));
  }

  private Outcome end(boolean interrupted) {
    // A thread that is interrupted can write no file.
    Thread.interrupted();
    Capacity capacity =
        new Capacity(
            plan.objective(),
            settings.seed(),
            searches.stream().map(ArchitectureSearch::found).toList());
    folder.writeCapacity(capacity);
    return new Outcome(capacity, interrupted);
  }

  private RunResult measure(int rate, ArchitectureSearch search) throws InterruptedException {
    String architecture = search.architecture();
    RunName run = new RunName(runs++, architecture, rate, search.tries(rate) + 1);
    long begun = System.nanoTime();
    listener.deploymentStarted(architecture, List.of(rate));
    OpenModel model =
        new OpenModel(
            Arrivals.constant(rate).with(Arrivals.Spacing.POISSON),
            Math.clamp(rate, FEWEST_USERS, MOST_USERS));
    RunResult result;
    try (MeasuredDeployment deployment = execution.deploy(architecture)) {
      listener.runStarted(run, run.index() + 1, runs);
      result = execution.measure(run, model, deployment).plus(Map.of("arrival_rate", rate));
    }
    folder.add(run, result);
    listener.runEnded(run, result);
    budget.took(Duration.ZERO, Duration.ofNanos(System.nanoTime() - begun));
    return result;
  }
}
