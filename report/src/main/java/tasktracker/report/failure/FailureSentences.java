package tasktracker.report.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tasktracker.analysis.recovery.Recovery;
import tasktracker.analysis.recovery.Timing;
import tasktracker.analysis.recovery.TimingSummary;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.failure.EndpointImpacts.EndpointImpact;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.failure.InjectedFault;
import tasktracker.results.failure.LedgerResult;

/** What one run comes to, in words that say no more than its figures do. */
final class FailureSentences {
  private final FailureResult result;
  private final List<Recovery> recoveries;

  FailureSentences(FailureResult result) {
    this.result = result;
    this.recoveries =
        result.injections().stream()
            .flatMap(fault -> Optional.ofNullable(fault.recovery()).stream())
            .toList();
  }

  /** The verdict. */
  String verdict() {
    List<String> parts = new ArrayList<>();
    if (!result.doubts().isEmpty()) {
      parts.add("INVALID, no claim rests on this run: " + String.join("; ", result.doubts()) + ".");
    }
    if (result.interrupted()) {
      parts.add("Stopped before its time.");
    }
    parts.add(happened());
    if (isJudged()) {
      parts.add(impact());
      latency().ifPresent(parts::add);
      blastRadius().ifPresent(parts::add);
      parts.add(recovery());
    }
    parts.add(ledger());
    return String.join(" ", parts);
  }

  /** What was broken and what the users had of it. */
  String impactOnUsers() {
    return doubt() + (isJudged() ? happened() + " " + impact() : happened());
  }

  /** How the users recovered. */
  String recoveryOfUsers() {
    return doubt() + (recoveries.isEmpty() ? happened() : recovery());
  }

  /** Files of other tools may know recoveries, and nothing of an objective. */
  private boolean isJudged() {
    return !recoveries.isEmpty() && result.serviceLevel() != null;
  }

  private String doubt() {
    return result.doubts().isEmpty() ? "" : "INVALID, no claim rests on this run. ";
  }

  private String happened() {
    List<InjectedFault> faults = result.injections();
    if (faults.isEmpty()) {
      return result.interrupted() ? "No fault had come and gone." : "Nothing was broken.";
    }
    String often = faults.size() == 1 ? "" : text("%d times, ", faults.size());
    String down =
        down().map(length -> text("; all was healthy again %s after it began", length)).orElse("");
    InjectedFault first = faults.getFirst();
    String sentence =
        Objects.requireNonNullElse(
            first.sentence(), first.targetService() + ": " + first.failureMode());
    return often + sentence + down + ".";
  }

  /** Empty for a fault that takes nothing down. */
  Optional<TimingSummary> down() {
    return result.injections().stream().allMatch(InjectedFault::takesDown)
        ? summary(recovery -> Optional.of(recovery.down()))
        : Optional.empty();
  }

  /** Of requests that succeeded; says nothing where too few did. */
  private Optional<String> latency() {
    Double during = result.serviceLevel().faultP95Ms();
    return during == null || result.baseline() == null
        ? Optional.empty()
        : Optional.of(
            text(
                "p95 of those that succeeded was %.1f ms meanwhile, and %.1f ms before.",
                during, result.baseline().p95().toNanos() / 1e6));
  }

  private String impact() {
    var level = result.serviceLevel();
    String slow =
        level.slow() == 0
            ? ""
            : text(
                " %,d %s of the whole load succeeded too late for %s.",
                level.slow(), level.slow() == 1 ? "request" : "requests", level.objective());
    if (level.disturbedFailed() == null) {
      return "No request ended meanwhile." + slow;
    }
    boolean all = recoveries.stream().allMatch(recovery -> recovery.recoveredAt().isPresent());
    String until = all ? "until the users had recovered" : "until the load ended";
    return (level.disturbedFailed() == 0
            ? text("No request failed %s.", until)
            : text("%s of the requests failed %s.", percent(level.disturbedFailed()), until))
        + slow;
  }

  /**
   * The blast radius: the endpoints that were affected, or those that were not, if they are fewer.
   */
  private Optional<String> blastRadius() {
    Map<Boolean, List<String>> affected =
        new EndpointImpacts(result)
            .list().stream()
                .filter(each -> each.disturbed().requests() > 0)
                .collect(
                    Collectors.partitioningBy(
                        EndpointImpact::isAffected,
                        Collectors.mapping(EndpointImpact::name, Collectors.toList())));
    List<String> hit = affected.get(true);
    List<String> spared = affected.get(false);
    int all = hit.size() + spared.size();
    if (hit.isEmpty()) {
      return Optional.empty();
    }
    if (spared.isEmpty()) {
      return Optional.of("Every endpoint was affected.");
    }
    return Optional.of(
        hit.size() < spared.size()
            ? text("%d of %d endpoints were affected: %s.", hit.size(), all, Wording.few(hit))
            : text(
                "%d of %d endpoints were not affected: %s.",
                spared.size(), all, Wording.few(spared)));
  }

  private String recovery() {
    Optional<TimingSummary> recover = summary(Recovery::recover);
    if (recover.isEmpty()) {
      return "When the users had recovered cannot be told.";
    }
    boolean felt = recoveries.stream().anyMatch(each -> each.detect().isPresent());
    if (!felt && recover.get().most().length().isZero()) {
      return "The users did not feel it.";
    }
    return recover.get().most().equals(Timing.of(Duration.ZERO))
        ? "The users had recovered before it was undone."
        : text("The users had recovered %s after it was undone.", recover.get());
  }

  private String ledger() {
    LedgerResult ledger = result.ledger();
    if (ledger == null) {
      return "The writes were not read back.";
    }
    List<String> parts = new ArrayList<>();
    if (!ledger.unread().isEmpty()) {
      parts.add(
          text(
              "%d accounts could not be read back, so nothing is known of their writes",
              ledger.unread().size()));
    }
    parts.add(
        ledger.lost() == 0
            ? text(
                "no acknowledged write is lost (%,d acknowledged, %,d without an answer, %,d of these carried out)",
                ledger.acknowledged(), ledger.unknown(), ledger.recovered())
            : text(
                "%,d of %,d ACKNOWLEDGED WRITES ARE LOST", ledger.lost(), ledger.acknowledged()));
    if (ledger.duplicate() + ledger.unexpected() > 0) {
      parts.add(
          text(
              "%d are there twice and %d otherwise than they were written",
              ledger.duplicate(), ledger.unexpected()));
    }
    return Wording.sentence(String.join("; ", parts));
  }

  Optional<TimingSummary> summary(Function<Recovery, Optional<Timing>> figure) {
    return TimingSummary.of(
        recoveries.stream().flatMap(recovery -> figure.apply(recovery).stream()).toList());
  }

  static String percent(double value) {
    return RecoveryTable.share(value, value < 1 || (value > 99 && value < 100) ? 2 : 0) + " %";
  }

  /** As it is formatted everywhere, whatever the language of the machine. */
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
