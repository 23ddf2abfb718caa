package tasktracker.workload;

import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.workload.AuditedScenario;
import tasktracker.load.workload.LedgerReport;
import tasktracker.workload.ledger.WriteLedger;

/**
 * The TaskTracker scenario whose users keep a ledger of their writes, which {@link #audit} compares
 * with what is there after the load. Unlike other scenarios it has a state: it serves one run.
 */
final class LedgerScenario implements AuditedScenario {
  private final TaskTrackerScenario scenario;
  private final Queue<AuditedAccount> accounts = new ConcurrentLinkedQueue<>();

  /** The users of that scenario, with ledgers. */
  LedgerScenario(TaskTrackerScenario scenario) {
    this.scenario = scenario;
  }

  /** An account and what was written to it. */
  record AuditedAccount(Account account, WriteLedger ledger) {}

  @Override
  public String name() {
    return scenario.name();
  }

  @Override
  public VirtualUser newUser(UserContext context) {
    Account account = Account.of(context);
    WriteLedger ledger = new WriteLedger(account.username());
    accounts.add(new AuditedAccount(account, ledger));
    return new TaskTrackerUser(context, scenario.workingSet(), account, ledger);
  }

  /** Reads several accounts at a time. */
  @Override
  public LedgerReport audit(URI target, Duration patience) throws InterruptedException {
    return new Audit(target, patience).of(accounts);
  }
}
