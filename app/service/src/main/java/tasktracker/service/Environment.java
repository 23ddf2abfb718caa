package tasktracker.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settings from environment variables. An empty variable counts as not set. Every reader throws
 * {@link SettingException} for a value that it does not understand. Immutable.
 */
public final class Environment {

  private static final Pattern SHORT_DURATION = Pattern.compile("\\d+(ms|s|m|h)");

  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** Returns the environment of this process. */
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /** Returns an environment of the given variables alone. */
  public static Environment of(Map<String, String> variables) {
    return new Environment(variables);
  }

  /** Returns a variable that may be missing. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * Returns a variable that must be set.
   *
   * @param expected what to set, for the error
   */
  public String required(String name, String expected) {
    return text(name)
        .orElseThrow(
            () -> new SettingException("%s is not set: give %s".formatted(name, expected)));
  }

  /** Returns a whole number from {@code min} to {@code max}. */
  public int integer(String name, int fallback, int min, int max) {
    String text = text(name).orElse(Integer.toString(fallback));
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below like a number out of range.
    }
    throw SettingException.of(name, text, "a whole number from %d to %d".formatted(min, max));
  }

  /** Returns whether a switch is {@code on}; {@code off} where it is not set. */
  public boolean isOn(String name) {
    return switch (text(name).orElse("off").toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw SettingException.of(name, variables.get(name), "on or off");
    };
  }

  /** Returns a duration, written like {@code 500ms}, {@code 5s}, {@code 2m} or {@code PT5S}. */
  public Duration duration(String name, Duration fallback) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return fallback;
    }
    String value = text.get().strip();
    try {
      Duration duration =
          SHORT_DURATION.matcher(value).matches() ? shortDuration(value) : Duration.parse(value);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      // Answered below like a negative duration.
    }
    throw SettingException.of(name, value, "a duration like 500ms, 5s or PT5S");
  }

  /** Returns a list whose entries are separated by commas; empty where it is not set. */
  public List<String> list(String name) {
    return Arrays.stream(text(name).orElse("").split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /** Returns base URLs like {@code http://127.0.0.1:8002}, separated by commas. */
  public List<URI> urls(String name, String fallback) {
    List<String> texts = list(name);
    return (texts.isEmpty() ? List.of(fallback) : texts)
        .stream().map(text -> url(name, text)).toList();
  }

  private static URI url(String name, String text) {
    try {
      URI url = new URI(text);
      if ("http".equals(url.getScheme()) && url.getHost() != null && url.getPath().matches("/?")) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Answered below like a URL of another scheme.
    }
    throw SettingException.of(name, text, "URLs like http://127.0.0.1:8002, separated by commas");
  }

  private static Duration shortDuration(String text) {
    long number = Long.parseLong(text.replaceAll("\\D", ""));
    return switch (text.replaceAll("\\d", "")) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
