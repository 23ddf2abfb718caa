package tasktracker.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tasktracker.load.LoadResult;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Stack;

/**
 * Whether every instance of a stack lives through a load test. It looks before and after; nothing
 * is sent to the stack meanwhile. For one load test, by one thread.
 */
public final class InstanceWatch {
  private static final int SHOWN_LINES = 3;
  private static final int LONGEST_LINE = 200;

  private final Stack stack;
  private final Map<String, InstanceCondition> before;

  private InstanceWatch(Stack stack) {
    this.stack = stack;
    this.before = conditions(stack);
  }

  /** Looks at the instances, which are healthy. */
  public static InstanceWatch start(Stack stack) {
    return new InstanceWatch(stack);
  }

  /**
   * The load test, which makes no claim if something broke or does not answer that it is healthy.
   */
  public LoadResult end(LoadResult load) {
    return load.brokenBy(breakages());
  }

  /** What broke, or does not answer that it is healthy, a sentence each. */
  List<String> breakages() {
    List<String> sentences = broken(Set.of());
    return sentences.isEmpty() ? unhealthy() : sentences;
  }

  /** The load test, of which it is wanted that something happens to some instances. */
  public LoadResult endWithFaults(LoadResult load, Set<String> faulted) {
    return load.brokenBy(broken(faulted));
  }

  private List<String> broken(Set<String> wanted) {
    Map<String, InstanceCondition> after = conditions(stack);
    List<String> sentences = new ArrayList<>();
    before.forEach((name, condition) -> {
      if (!wanted.contains(name) && after.containsKey(name)) {
        condition
            .changesUntil(after.get(name))
            .forEach(change -> sentences.add("%s %s%s".formatted(name, change, lastLines(name))));
      }
    });
    return sentences;
  }

  private List<String> unhealthy() {
    List<String> sentences = new ArrayList<>();
    for (Instance instance : stack.instances()) {
      stack
          .complaint(instance)
          .ifPresent(why ->
              sentences.add(
                  "%s was not healthy after the load (%s)%s"
                      .formatted(instance.name(), why, lastLines(instance.name()))));
    }
    if (sentences.isEmpty()) {
      stack
          .complaint()
          .ifPresent(why ->
              sentences.add(
                  "%s was not healthy after the load (%s)".formatted(stack.architecture(), why)));
    }
    return sentences;
  }

  private String lastLines(String instance) {
    List<String> lines =
        stack.lastLines(instance, SHOWN_LINES).stream()
            .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)).strip())
            .toList();
    return lines.isEmpty() ? "" : "; its last lines: " + String.join(" | ", lines);
  }

  private static Map<String, InstanceCondition> conditions(Stack stack) {
    Map<String, InstanceCondition> conditions = new LinkedHashMap<>();
    stack.conditions().forEach(each -> conditions.put(each.instance(), each));
    return conditions;
  }
}
