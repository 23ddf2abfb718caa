package tasktracker.experiments.cli;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import tasktracker.analysis.recovery.Baseline;
import tasktracker.error.UsageException;
import tasktracker.experiments.definition.LoadDefinition;
import tasktracker.experiments.failure.FailureSettings;
import tasktracker.load.model.Durations;
import tasktracker.stack.Architecture;

/** Which settings of a failure experiment make sense. */
final class FailureLimits {

  private FailureLimits() {}

  /**
   * Checks what depends on several of them.
   *
   * @throws UsageException naming the first option that cannot be used as given
   */
  static void requireUsable(FailureSettings settings) {
    int users = settings.concurrency();
    UsageException.unless(
        users >= 1 && users <= LoadDefinition.MOST_USERS,
        "--concurrency %s: use 1 to %s",
        users,
        LoadDefinition.MOST_USERS);
    double rate = settings.spawnRate();
    UsageException.unless(
        rate > 0 && rate <= LoadDefinition.MOST_USERS,
        "--spawn-rate %s: use a number above 0",
        rate);
    Duration earliest = settings.rampUp().plusSeconds(Baseline.SHORTEST);
    UsageException.unless(
        settings.injectAt().compareTo(earliest) >= 0,
        "--inject-at %s: use %s or more, as the users take %s s to start and what is normal must be"
            + " seen before the fault",
        seconds(settings.injectAt()),
        seconds(earliest),
        seconds(settings.rampUp()));
    Duration last = settings.lastInjection().plus(settings.downtime());
    UsageException.unless(
        settings.duration().compareTo(last) > 0,
        "--duration-seconds %s: use more than %s, when the last fault is over",
        seconds(settings.duration()),
        seconds(last));
    UsageException.unless(
        settings.injections() == 1 || settings.every().compareTo(settings.downtime()) > 0,
        "--every %s: use more than the downtime of %s s",
        Durations.format(settings.every()),
        seconds(settings.downtime()));
  }

  /**
   * Checks that a URL is that of the stack which the lab is going to run.
   *
   * @throws UsageException when it is not: nothing else can be broken
   */
  static void requireOwn(String baseUrl, Collection<Architecture> architectures) {
    List<Integer> ports = architectures.stream().map(each -> each.entryService().port()).toList();
    URI url = GivenUrl.ofHost("--base-url", baseUrl);
    boolean own =
        List.of("localhost", "127.0.0.1").contains(String.valueOf(url.getHost()))
            && ports.equals(List.of(url.getPort()));
    UsageException.unless(
        own,
        "--base-url %s: is no stack that the lab runs; to break the containers of one that runs"
            + " already, add --runtime external",
        baseUrl);
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString();
  }
}
