package tasktracker.load.scenario.yaml;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.workload.AuditedScenario;
import tasktracker.load.workload.LedgerReport;
import tasktracker.load.workload.ledger.ReadBack;
import tasktracker.load.workload.ledger.WriteLedger;

/** A scenario file whose users remember what they wrote, for one run. */
final class AuditedYamlScenario implements AuditedScenario {
  private final YamlScenario scenario;
  private final Definition definition;
  private final ReadBackTemplate readBack;
  private final Queue<AuditedUser> users = new ConcurrentLinkedQueue<>();

  private record AuditedUser(YamlUser user, WriteLedger ledger, ReadBackTemplate readBack)
      implements ReadBack.AuditedAccount {
    @Override
    public Optional<LedgerReport> read(Session session) {
      return user.readBack(readBack, session);
    }

    @Override
    public LedgerReport unread() {
      return ledger.unread();
    }
  }

  AuditedYamlScenario(YamlScenario scenario, Definition definition, ReadBackTemplate readBack) {
    this.scenario = scenario;
    this.definition = definition;
    this.readBack = readBack;
  }

  @Override
  public String name() {
    return scenario.name();
  }

  @Override
  public Optional<ThinkTime> thinkTime() {
    return scenario.thinkTime();
  }

  @Override
  public VirtualUser newUser(UserContext context) {
    WriteLedger ledger = new WriteLedger("user " + context.number());
    YamlUser user = new YamlUser(definition, context, Optional.of(ledger));
    users.add(new AuditedUser(user, ledger, readBack));
    return user;
  }

  @Override
  public LedgerReport audit(URI target, Duration patience) throws InterruptedException {
    return new ReadBack(target, patience).of(List.copyOf(users));
  }
}
