package tasktracker.experiments.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tasktracker.analysis.recovery.Baseline;
import tasktracker.analysis.recovery.Objective;
import tasktracker.error.UsageException;
import tasktracker.load.model.Durations;
import tasktracker.stack.fault.Breakable;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultKind;
import tasktracker.stack.fault.FaultTarget;

/** Reads what is broken; the defaults are those of the command {@code failure}. */
final class FaultReader {
  static final String KEY = "faults";
  private static final String FAULT = "fault";
  static final List<String> KEYS =
      List.of(
          FAULT,
          "target",
          "instance",
          "users",
          "duration",
          "inject_at",
          "injections",
          "every",
          "slo");

  private final DefinitionSection fault;
  private final List<SystemDefinition> systems;

  private FaultReader(DefinitionSection fault, List<SystemDefinition> systems) {
    this.fault = fault;
    this.systems = systems;
  }

  static List<FaultDefinition> read(DefinitionSection top, List<SystemDefinition> systems) {
    Set<String> seen = new HashSet<>();
    List<FaultDefinition> faults = new ArrayList<>();
    for (DefinitionSection section : top.items(KEY, KEYS)) {
      FaultDefinition fault = new FaultReader(section, systems).read();
      String name = fault.fault().kind() + " of " + fault.member();
      if (!seen.add(name)) {
        throw section.mistake(name + " is listed twice");
      }
      faults.add(fault);
    }
    return faults;
  }

  private FaultDefinition read() {
    Fault broken =
        fault
            .value(FAULT, text -> FaultKind.parse(text, Map.of()))
            .orElseThrow(() -> fault.missing(FAULT));
    String instance =
        fault
            .value(
                "instance",
                text -> {
                  FaultTarget.of("any").withInstance(text);
                  return text;
                })
            .orElse("all");
    String member = fault.requiredText("target");
    Map<String, String> targets = targets(member, instance);
    Duration injectAt = fault.time("inject_at").orElse(Duration.ofSeconds(30));
    Duration every = fault.time("every").orElse(Duration.ofSeconds(30));
    int injections = fault.integer("injections", 1, 100).orElse(1);
    Duration last = injectAt.plus(every.multipliedBy(injections - 1L)).plus(broken.duration());
    Duration duration =
        fault.time("duration").orElseGet(() -> FaultDefinition.usualDuration(last, false));
    if (duration.compareTo(last) <= 0) {
      throw fault.mistake(
          "duration must be longer than %s, when the last fault is over"
              .formatted(Durations.format(last)));
    }
    if (injections > 1 && every.compareTo(broken.duration()) <= 0) {
      throw fault.mistake(
          "every must be longer than %s, as long as the fault lasts"
              .formatted(Durations.format(broken.duration())));
    }
    return new FaultDefinition(
        broken,
        member,
        targets,
        instance,
        users(injectAt),
        duration,
        injectAt,
        injections,
        every,
        fault
            .value("slo", text -> Objective.parse(text).toString())
            .orElse(FaultDefinition.USUAL_SLO));
  }

  /** So few that all of them run for some seconds before anything breaks. */
  private int users(Duration injectAt) {
    int users = fault.integer("users", 1, LoadDefinition.MOST_USERS).orElse(100);
    long earliest = (long) Math.ceil(users / FaultDefinition.SPAWN_RATE) + Baseline.SHORTEST;
    if (injectAt.compareTo(Duration.ofSeconds(earliest)) < 0) {
      throw fault.mistake(
          "inject_at must be %ds or more: %d users take %.0f s to start, and what is normal must be seen before the fault"
              .formatted(earliest, users, Math.ceil(users / FaultDefinition.SPAWN_RATE)));
    }
    return users;
  }

  /** Of the systems that have such a member. */
  private Map<String, String> targets(String member, String instance) {
    Map<String, String> targets = new LinkedHashMap<>();
    Map<String, List<String>> there = new LinkedHashMap<>();
    for (SystemDefinition system : systems) {
      system
          .breakables()
          .ifPresent(breakables -> {
            List<String> names = breakables.members().stream().map(Breakable::name).toList();
            there.put(system.name(), names);
            if (names.contains(member)) {
              requireInstance(system, member, instance);
              targets.put(system.name(), member);
            }
          });
    }
    if (targets.isEmpty()) {
      throw fault.mistakeOf(
          "target",
          there.isEmpty()
              ? "only what the lab starts itself can be broken"
              : "nothing is called '%s': there is %s%s"
                  .formatted(
                      member,
                      there,
                      Spelling.question(
                          member, there.values().stream().flatMap(List::stream).toList())));
    }
    return targets;
  }

  private void requireInstance(SystemDefinition system, String member, String instance) {
    try {
      system.breakables().orElseThrow().instances(FaultTarget.of(member).withInstance(instance));
    } catch (UsageException e) {
      throw fault.mistakeOf("instance", e.getMessage());
    }
  }
}
