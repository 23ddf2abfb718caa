package tasktracker.load.workload;

import java.net.URI;
import java.time.Duration;
import tasktracker.load.scenario.Scenario;

/**
 * A scenario whose users remember what they wrote. Unlike other scenarios it has a state: it serves
 * one run.
 */
public interface AuditedScenario extends Scenario {

  /**
   * Reads back what the users wrote, over and over until it answers, and compares it with what they
   * remember. To be called after the load test has ended.
   *
   * @param target where the load went
   * @param patience how long this may take; what is not read by then is unread
   * @throws InterruptedException when this thread is interrupted
   */
  LedgerReport audit(URI target, Duration patience) throws InterruptedException;
}
