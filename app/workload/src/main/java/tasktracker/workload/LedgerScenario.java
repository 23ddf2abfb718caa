package tasktracker.workload;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.workload.AuditedScenario;
import tasktracker.load.workload.LedgerReport;
import tasktracker.load.workload.ledger.ReadBack;

/**
 * The TaskTracker scenario whose users keep a ledger of their writes, which {@link #audit} compares
 * with what is there after the load. Unlike other scenarios it has a state: it serves one run.
 */
final class LedgerScenario implements AuditedScenario {
  private final TaskTrackerScenario scenario;
  private final Queue<TaskLedger> ledgers = new ConcurrentLinkedQueue<>();

  /** The users of that scenario, with ledgers. */
  LedgerScenario(TaskTrackerScenario scenario) {
    this.scenario = scenario;
  }

  @Override
  public String name() {
    return scenario.name();
  }

  @Override
  public VirtualUser newUser(UserContext context) {
    Account account = Account.of(context);
    TaskLedger ledger = new TaskLedger(account);
    ledgers.add(ledger);
    return new TaskTrackerUser(context, scenario.workingSet(), account, ledger);
  }

  @Override
  public LedgerReport audit(URI target, Duration patience) throws InterruptedException {
    return new ReadBack(target, patience).of(List.copyOf(ledgers));
  }
}
