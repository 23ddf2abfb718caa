package tasktracker.load.scenario.yaml;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Reads placeholders: variables, who the user is, and random values. */
record Placeholders(Variables variables, Place place) {
  /** The random values, as they are written. */
  static final List<String> RANDOM =
      List.of("random.int 1 100", "random.uuid", "random.letters 12", "random.choice a b c");

  private static final int MOST_LETTERS = 100_000;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_RFC_9562 = 0x8000_0000_0000_0000L;

  Placeholder parse(String text) {
    List<String> words = List.of(text.strip().split("\\s+"));
    List<String> arguments = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "user" ->
          bare(text, arguments, fixed(text, v -> Integer.toString(v.context().number())));
      case "run" -> bare(text, arguments, fixed(text, v -> v.context().runId()));
      case "random.uuid" -> bare(text, arguments, random(text, Placeholders::uuid));
      case "random.int" -> integer(text, arguments);
      case "random.letters" -> letters(text, arguments);
      case "random.choice" -> choice(text, arguments);
      default -> variable(text, words);
    };
  }

  private Placeholder bare(String text, List<String> arguments, Placeholder placeholder) {
    if (!arguments.isEmpty()) {
      throw wrong(text, "takes nothing after its name");
    }
    return placeholder;
  }

  private static Placeholder fixed(String text, Function<Values, String> source) {
    return new Placeholder(text, false, source);
  }

  private static Placeholder random(String text, Function<RandomGenerator, String> source) {
    return new Placeholder(text, true, values -> source.apply(values.context().random()));
  }

  private Placeholder variable(String text, List<String> words) {
    String name = words.getFirst();
    if (words.size() > 1 || name.contains(".")) {
      throw wrong(text, "is unknown: use a variable, user, run, " + String.join(", ", RANDOM));
    }
    int slot = variables.use(name, place);
    return fixed(text, values -> values.get(slot));
  }

  private Placeholder integer(String text, List<String> arguments) {
    long[] bounds = numbers(text, arguments, 2, "random.int 1 100");
    if (bounds[0] > bounds[1]) {
      throw wrong(text, "ends before it begins: use \"random.int 1 100\"");
    }
    if (bounds[1] == Long.MAX_VALUE) {
      throw wrong(text, "is too large: use numbers below " + Long.MAX_VALUE);
    }
    return random(text, numbers -> Long.toString(numbers.nextLong(bounds[0], bounds[1] + 1)));
  }

  private Placeholder letters(String text, List<String> arguments) {
    long count = numbers(text, arguments, 1, "random.letters 12")[0];
    if (count < 1 || count > MOST_LETTERS) {
      throw wrong(text, "must have from 1 to %s letters".formatted(MOST_LETTERS));
    }
    return random(text, numbers -> letters(numbers, (int) count));
  }

  private Placeholder choice(String text, List<String> arguments) {
    if (arguments.size() < 2) {
      throw wrong(text, "needs two words or more: use \"random.choice todo done\"");
    }
    String[] choices = arguments.toArray(String[]::new);
    return random(text, numbers -> choices[numbers.nextInt(choices.length)]);
  }

  private long[] numbers(String text, List<String> arguments, int count, String example) {
    try {
      long[] numbers = arguments.stream().mapToLong(Long::parseLong).toArray();
      if (numbers.length == count) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      throw place.mistake("${%s} needs whole numbers: use \"%s\"".formatted(text, example), e);
    }
    throw wrong(text, "is not complete: use \"%s\"".formatted(example));
  }

  private ScenarioFileException wrong(String text, String reason) {
    return place.mistake("${%s} %s".formatted(text, reason));
  }

  private static String letters(RandomGenerator random, int count) {
    char[] letters = new char[count];
    for (int i = 0; i < count; i++) {
      letters[i] = (char) ('a' + random.nextInt(26));
    }
    return new String(letters);
  }

  /** Version 4 of RFC 9562, from the user's own random numbers. */
  private static String uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | VERSION_4;
    long low = (random.nextLong() & ~0xC000_0000_0000_0000L) | VARIANT_RFC_9562;
    return new UUID(high, low).toString();
  }
}
