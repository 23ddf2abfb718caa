package tasktracker.service.http;

/**
 * What a request wants with a field that already has a value: absent in the request means keep,
 * present means set, perhaps to {@code null}.
 *
 * @param isSet whether the field gets a new value
 * @param value the new value, where there is one; {@code null} clears the field
 * @param <T> type of the value
 */
public record Change<T>(boolean isSet, T value) {

  static <T> Change<T> keep() {
    return new Change<>(false, null);
  }

  static <T> Change<T> set(T value) {
    return new Change<>(true, value);
  }
}
