package tasktracker.experiments.experiment.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tasktracker.experiments.analysis.recovery.Recovery;
import tasktracker.experiments.analysis.recovery.Timing;
import tasktracker.experiments.analysis.recovery.TimingSummary;
import tasktracker.experiments.result.failure.FailureResult;
import tasktracker.experiments.result.failure.InjectedFault;
import tasktracker.experiments.result.failure.LedgerResult;

/** What one run comes to, in words that say no more than its figures do. */
final class FailureSentences {
  private static final int MOST_NAMED = 3;

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
    if (!recoveries.isEmpty()) {
      parts.add(impact());
      unaffected().ifPresent(parts::add);
      parts.add(recovery());
    }
    parts.add(ledger());
    return String.join(" ", parts);
  }

  /** What was broken and what the users had of it. */
  String impactOnUsers() {
    return doubt() + (recoveries.isEmpty() ? happened() : happened() + " " + impact());
  }

  /** How the users recovered. */
  String recoveryOfUsers() {
    return doubt() + (recoveries.isEmpty() ? happened() : recovery());
  }

  private String doubt() {
    return result.doubts().isEmpty() ? "" : "INVALID, no claim rests on this run. ";
  }

  private String happened() {
    List<InjectedFault> faults = result.injections();
    if (faults.isEmpty()) {
      return "Nothing was broken.";
    }
    String often = faults.size() == 1 ? "" : "%d times, ".formatted(faults.size());
    String down =
        summary(recovery -> Optional.of(recovery.down()))
            .map(length -> "; all was healthy again %s after it began".formatted(length))
            .orElse("");
    return often + faults.getFirst().sentence() + down + ".";
  }

  private String impact() {
    var level = result.serviceLevel();
    String slow =
        level.slow() == 0
            ? ""
            : " %,d requests of the whole load succeeded too late for %s."
                .formatted(level.slow(), level.objective());
    if (level.disturbedFailed() == null) {
      return "No request ended meanwhile." + slow;
    }
    boolean all = recoveries.stream().allMatch(recovery -> recovery.recoveredAt().isPresent());
    String until = all ? "until the users had recovered" : "until the load ended";
    return (level.disturbedFailed() == 0
            ? "No request failed %s.".formatted(until)
            : "%s of the requests failed %s.".formatted(percent(level.disturbedFailed()), until))
        + slow;
  }

  /** The endpoints that were spared while others failed. */
  private Optional<String> unaffected() {
    var asked =
        new EndpointImpacts(result)
            .list().stream().filter(each -> each.disturbed().requests() > 0).toList();
    List<String> spared =
        asked.stream()
            .filter(each -> each.disturbed().failed() == 0)
            .map(EndpointImpacts.EndpointImpact::name)
            .toList();
    if (asked.isEmpty() || spared.size() == asked.size()) {
      return Optional.empty();
    }
    return Optional.of(
        spared.isEmpty()
            ? "Every endpoint was affected."
            : "%d of %d endpoints never failed: %s."
                .formatted(spared.size(), asked.size(), named(spared)));
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
        : "The users had recovered %s after it was undone.".formatted(recover.get());
  }

  private String ledger() {
    LedgerResult ledger = result.ledger();
    if (ledger == null) {
      return "The writes were not read back.";
    }
    List<String> parts = new ArrayList<>();
    if (!ledger.unread().isEmpty()) {
      parts.add(
          "%d accounts could not be read back, so nothing is known of their writes"
              .formatted(ledger.unread().size()));
    }
    parts.add(
        ledger.lost() == 0
            ? "no acknowledged write is lost (%,d acknowledged, %,d without an answer, %,d of these carried out)"
                .formatted(ledger.acknowledged(), ledger.unknown(), ledger.recovered())
            : "%,d of %,d ACKNOWLEDGED WRITES ARE LOST"
                .formatted(ledger.lost(), ledger.acknowledged()));
    if (ledger.duplicate() + ledger.unexpected() > 0) {
      parts.add(
          "%d are there twice and %d otherwise than they were written"
              .formatted(ledger.duplicate(), ledger.unexpected()));
    }
    return sentence(String.join("; ", parts));
  }

  Optional<TimingSummary> summary(Function<Recovery, Optional<Timing>> figure) {
    return TimingSummary.of(
        recoveries.stream().flatMap(recovery -> figure.apply(recovery).stream()).toList());
  }

  static String percent(double value) {
    return String.format(
        Locale.ROOT, value < 1 || value > 99 && value < 100 ? "%.2f %%" : "%.0f %%", value);
  }

  private static String named(Collection<String> names) {
    String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
    return names.size() <= MOST_NAMED
        ? first
        : first + " and " + (names.size() - MOST_NAMED) + " more";
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }
}
