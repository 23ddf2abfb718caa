package tasktracker.load.scenario.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Text with placeholders, taken apart once. Two dollars before the brace stand for one dollar and
 * no placeholder. Immutable.
 */
final class Template {
  private final String constant;
  private final List<Piece> pieces;
  private final Escaping escaping;

  /** Some text, and the placeholder after it, if any. */
  private record Piece(String text, Placeholder placeholder) {}

  private Template(List<Piece> pieces, Escaping escaping) {
    this.pieces = pieces;
    this.escaping = escaping;
    this.constant =
        pieces.size() == 1 && pieces.getFirst().placeholder() == null
            ? pieces.getFirst().text()
            : null;
  }

  static Template parse(String text, Escaping escaping, Placeholders placeholders, Place place) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    for (int dollar = text.indexOf("${"); dollar >= 0; dollar = text.indexOf("${", at)) {
      literal.append(text, at, dollar);
      if (dollar > at && text.charAt(dollar - 1) == '$') {
        literal.append('{');
        at = dollar + 2;
        continue;
      }
      int end = text.indexOf('}', dollar);
      if (end < 0) {
        throw place.mistake("\"${\" is not closed: write ${name}, or $${ for the characters ${");
      }
      pieces.add(
          new Piece(literal.toString(), placeholders.parse(text.substring(dollar + 2, end))));
      literal.setLength(0);
      at = end + 1;
    }
    literal.append(text, at, text.length());
    if (!literal.isEmpty() || pieces.isEmpty()) {
      pieces.add(new Piece(literal.toString(), null));
    }
    return new Template(List.copyOf(pieces), escaping);
  }

  /** Whether it is drawn anew each time. */
  boolean isRandom() {
    return pieces.stream().anyMatch(p -> p.placeholder() != null && p.placeholder().random());
  }

  boolean uses(String name) {
    return pieces.stream()
        .anyMatch(p -> p.placeholder() != null && p.placeholder().written().strip().equals(name));
  }

  /** Hands over the text if every placeholder has a value. */
  void ifAvailable(Values values, Consumer<String> action) {
    for (Piece piece : pieces) {
      if (piece.placeholder() != null && !piece.placeholder().isAvailable(values)) {
        return;
      }
    }
    action.accept(render(values));
  }

  /**
   * The text for a user.
   *
   * @throws NoValueException when a placeholder has no value yet
   */
  String render(Values values) {
    if (constant != null) {
      return constant;
    }
    StringBuilder out = new StringBuilder(128);
    for (Piece piece : pieces) {
      out.append(piece.text());
      if (piece.placeholder() != null) {
        escaping.append(out, piece.placeholder().value(values));
      }
    }
    return out.toString();
  }

  /** The text with something else in place of every placeholder. */
  String with(String replacement) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      out.append(piece.text()).append(piece.placeholder() == null ? "" : replacement);
    }
    return out.toString();
  }
}
