package tasktracker.load.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The names of a scenario's variables while its file is read. Each has a slot in the {@link Values}
 * of every user.
 */
final class Variables {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> RESERVED = Set.of("user", "run");

  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Set<String> defined = new TreeSet<>();
  private final List<Use> unchecked = new ArrayList<>();

  private record Use(String name, Place place, boolean early) {}

  /** Gives a variable a value at this place; returns its slot. */
  int define(String name, Place place) {
    if (!NAME.matcher(name).matches()) {
      throw place.mistake(
          "\"%s\" is no name of a variable: use letters, digits and _".formatted(name));
    }
    if (RESERVED.contains(name)) {
      throw place.mistake("\"%s\" has a meaning of its own: use another name".formatted(name));
    }
    defined.add(name);
    return slot(name);
  }

  /** Uses a variable, which is to be defined somewhere; returns its slot. */
  int use(String name, Place place) {
    unchecked.add(new Use(name, place, !defined.contains(name)));
    return slot(name);
  }

  /**
   * @throws ScenarioFileException for the first use of a variable that nothing gives a value
   */
  void requireDefined() {
    require(use -> defined.contains(use.name()));
  }

  /**
   * @throws ScenarioFileException for the first use of a variable that nothing before it gave a
   *     value
   */
  void requireDefinedBefore() {
    require(use -> !use.early());
  }

  private void require(Predicate<Use> condition) {
    for (Use use : unchecked) {
      if (!condition.test(use)) {
        throw use.place()
            .mistake(
                "${%s} has no value here: capture it before, or use %s"
                    .formatted(use.name(), known()));
      }
    }
    unchecked.clear();
  }

  boolean isDefined(String name) {
    return defined.contains(name);
  }

  int count() {
    return slots.size();
  }

  private int slot(String name) {
    return slots.computeIfAbsent(name, _ -> slots.size());
  }

  private String known() {
    Set<String> known = new TreeSet<>(defined);
    known.addAll(RESERVED);
    return String.join(", ", known) + " or " + String.join(", ", Placeholders.RANDOM);
  }
}
