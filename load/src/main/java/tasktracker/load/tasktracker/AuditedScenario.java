package tasktracker.load.tasktracker;

import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.tasktracker.ledger.LedgerReport;
import tasktracker.load.tasktracker.ledger.WriteLedger;

/**
 * The TaskTracker scenario whose users keep a ledger of their writes, which {@link #audit} compares
 * with what is there after the load. Unlike other scenarios it has a state: it serves one run.
 */
public final class AuditedScenario implements Scenario {
  private final TaskTrackerScenario scenario;
  private final Queue<AuditedAccount> accounts = new ConcurrentLinkedQueue<>();

  /** The users of that scenario, with ledgers. */
  public AuditedScenario(TaskTrackerScenario scenario) {
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

  /**
   * Reads every account back, several at a time and over and over until it answers, and compares it
   * with its ledger. To be called after the load test has ended.
   *
   * @param target where the load went
   * @param patience how long the accounts may take together; what is not read by then is unread
   * @throws InterruptedException when this thread is interrupted
   */
  public LedgerReport audit(URI target, Duration patience) throws InterruptedException {
    return new Audit(target, patience).of(accounts);
  }
}
