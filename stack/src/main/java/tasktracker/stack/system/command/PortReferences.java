package tasktracker.stack.system.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.error.UsageException;

/**
 * What a process is told of ports and folders: {@code {port}} is its own, {@code {port.NAME}} that
 * of another process, {@code {port.NAME.2}} that of its second instance, {@code {addresses.NAME}}
 * all of them as {@code 127.0.0.1:20001,127.0.0.1:20002}, and {@code {data}} a folder of its own
 * that is there for one deployment. All other braces are text.
 */
final class PortReferences {
  private static final Pattern REFERENCE =
      Pattern.compile("\\{(port|data|addresses)(?:\\.([A-Za-z0-9_-]+))?(?:\\.(\\d{1,3}))?}");

  private final Map<String, List<Integer>> ports;
  private final int own;
  private final String data;

  /**
   * Those of one instance.
   *
   * @param ports of all instances, by the name of their process
   * @param own the port of the instance
   * @param data its folder
   */
  PortReferences(Map<String, List<Integer>> ports, int own, String data) {
    this.ports = ports;
    this.own = own;
    this.data = data;
  }

  String fill(String text) {
    Function<MatchResult, String> value = found -> Matcher.quoteReplacement(value(found));
    return REFERENCE.matcher(text).replaceAll(value);
  }

  private String value(MatchResult found) {
    String name = found.group(2);
    return switch (found.group(1)) {
      case "data" -> data;
      case "addresses" ->
          String.join(",", ports.get(name).stream().map(port -> "127.0.0.1:" + port).toList());
      default -> String.valueOf(name == null ? own : ports.get(name).get(number(found) - 1));
    };
  }

  private static int number(MatchResult found) {
    return found.group(3) == null ? 1 : Integer.parseInt(found.group(3));
  }

  /**
   * Checks the references of a text.
   *
   * @param replicas of all processes by their names
   * @throws UsageException naming the one that leads nowhere
   */
  static void require(String text, Map<String, Integer> replicas) {
    REFERENCE
        .matcher(text)
        .results()
        .forEach(found -> {
          String name = found.group(2);
          String kind = found.group(1);
          UsageException.unless(
              !(kind.equals("addresses") && name == null) && !(kind.equals("data") && name != null),
              "%s: use {port}, {port.NAME}, {port.NAME.2}, {addresses.NAME} or {data}",
              found.group());
          UsageException.unless(
              name == null || replicas.containsKey(name),
              "%s: there is no process %s, use one of %s",
              found.group(),
              name,
              replicas.keySet());
          UsageException.unless(
              name == null || (number(found) >= 1 && number(found) <= replicas.get(name)),
              "%s: %s has %s instances",
              found.group(),
              name,
              replicas.get(name));
        });
  }
}
