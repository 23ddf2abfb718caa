package tasktracker.results.file;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads numbers as they are written or not at all: no fraction is cut off, no text or list becomes
 * a number. What is not a number in JSON ({@code NaN}) stays what it is.
 */
public final class StrictNumbers {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?");
  private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  private StrictNumbers() {}

  /** For the mappers of files. */
  public static SimpleModule module() {
    return new SimpleModule("strict numbers")
        .addDeserializer(Integer.class, new Whole<>(Integer.class, null))
        .addDeserializer(Integer.TYPE, new Whole<>(Integer.class, 0))
        .addDeserializer(Long.class, new Whole<>(Long.class, null))
        .addDeserializer(Long.TYPE, new Whole<>(Long.class, 0L))
        .addDeserializer(Double.class, new Decimal(null))
        .addDeserializer(Double.TYPE, new Decimal(0.0));
  }

  private static BigDecimal number(JsonParser in) {
    if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return new BigDecimal(in.getBigIntegerValue());
    }
    String text = in.currentToken().isScalarValue() ? in.getString().strip() : "";
    boolean isNumber =
        in.currentToken() != JsonToken.VALUE_TRUE
            && in.currentToken() != JsonToken.VALUE_FALSE
            && NUMBER.matcher(text).matches();
    if (!isNumber) {
      throw MismatchedNumber.of(in, "must be a number, not " + shown(in));
    }
    return new BigDecimal(text);
  }

  private static String shown(JsonParser in) {
    return switch (in.currentToken()) {
      case START_OBJECT -> "keys with values";
      case START_ARRAY -> "a list";
      default -> {
        String text = in.getString();
        yield text.length() > 40 ? text.substring(0, 40) + "…" : text.isEmpty() ? "\"\"" : text;
      }
    };
  }

  /** Whole numbers; {@code 10.0} is one. */
  private static final class Whole<T extends Number> extends ValueDeserializer<T> {
    private final Class<T> type;
    private final T absent;

    Whole(Class<T> type, T absent) {
      this.type = type;
      this.absent = absent;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      BigDecimal number = number(in);
      try {
        return type == Integer.class
            ? type.cast(number.intValueExact())
            : type.cast(number.longValueExact());
      } catch (ArithmeticException e) {
        boolean fraction = number.stripTrailingZeros().scale() > 0;
        throw MismatchedNumber.of(
            in, (fraction ? "must be a whole number, not " : "too large a number: ") + shown(in));
      }
    }

    @Override
    public T getNullValue(DeserializationContext context) {
      return absent;
    }
  }

  private static final class Decimal extends ValueDeserializer<Double> {
    private final Double absent;

    Decimal(Double absent) {
      this.absent = absent;
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken().isScalarValue() && NO_NUMBERS.contains(in.getString())) {
        return Double.valueOf(in.getString());
      }
      double number = number(in).doubleValue();
      if (Double.isInfinite(number)) {
        throw MismatchedNumber.of(in, "too large a number: " + shown(in));
      }
      return number;
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return absent;
    }
  }

  /** A mistake at the current token. */
  private static final class MismatchedNumber extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    private MismatchedNumber(JsonParser in, String message) {
      super(in, message, Number.class);
    }

    static MismatchedNumber of(JsonParser in, String message) {
      return new MismatchedNumber(in, message);
    }
  }
}
