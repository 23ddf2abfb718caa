package tasktracker.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

class FieldTypeTest {

  private enum Colour {
    RED,
    DARK_BLUE
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-01-31T00:00:00Z",
    "2026-01-31T12:00, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00.1234567, 2026-01-31T12:00:00.123456Z",
    "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00+05:30, 2026-01-31T06:30:00Z",
    "0001-01-01, 0001-01-01T00:00:00Z"
  })
  void readsInstants(String text, Instant expected) {
    assertThat(read(FieldType.instant(), text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "today", "2026-02-30", "12:00", "2026-01-31T", "0000-12-31", "+10000-01-01"})
  void refusesOtherInstants(String text) {
    refuses(FieldType.instant(), text, "must be a date like 2026-01-31T12:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.co", "first.last+tag@sub.example.org", "ж@почта.рф"})
  void readsAddresses(String text) {
    assertThat(read(FieldType.email(255), text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "@b.co", "a@b", "a@b.", "a@.co", "a@b..co", "a b@c.de", "a@b@c.de"})
  void refusesOtherAddresses(String text) {
    refuses(FieldType.email(255), text, "must be an e-mail address");
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(read(FieldType.text(1, 2), "🙂🙂")).isEqualTo("🙂🙂");
    refuses(FieldType.text(1, 2), "🙂🙂🙂", "must have 1 to 2 characters");
    refuses(FieldType.text(1, 2), "", "must have 1 to 2 characters");
    refuses(FieldType.text(0, 2), "abc", "must have at most 2 characters");
  }

  @Test
  void refusesTextThatPostgresqlCannotStore() {
    refuses(FieldType.text(), "a\u0000b", "must not contain U+0000");
    refuses(FieldType.text(), "\ud83d", "must be well-formed Unicode");
    refuses(FieldType.text(), "\ude42\ud83d", "must be well-formed Unicode");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+1", "-1", "01", "00", "1.0", "1e1", " 1", "\u0661", "2147483648"})
  void refusesNumbersInAnyOtherForm(String text) {
    refuses(FieldType.integer(0, Integer.MAX_VALUE), text, "must be a whole number of at least 0");
  }

  @Test
  void readsNumbers() {
    assertThat(read(FieldType.integer(0, 9), "0")).isZero();
    assertThat(read(FieldType.integer(0, Integer.MAX_VALUE), "2147483647"))
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void readsConstantsInLowerCase() {
    assertThat(read(FieldType.oneOf(Colour.class), "dark_blue")).isEqualTo(Colour.DARK_BLUE);
    refuses(FieldType.oneOf(Colour.class), "RED", "must be one of red, dark_blue");
  }

  @Test
  void refusesOtherTypes() {
    assertThatThrownBy(() -> FieldType.text().read(BooleanNode.TRUE))
        .hasMessage("must be a string");
    refuses(FieldType.bool(), "true", "must be true or false");
  }

  private static <T> T read(FieldType<T> type, String text) {
    return type.read(StringNode.valueOf(text));
  }

  private static void refuses(FieldType<?> type, String text, String message) {
    assertThatThrownBy(() -> read(type, text))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessage(message);
  }
}
