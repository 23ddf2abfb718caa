package tasktracker.service.http;

/**
 * What a request wants with a field that already has a value: absent in the request means keep,
 * present means set, perhaps to {@code null}.
 *
 * @param <T> type of the value
 */
public sealed interface Change<T> {

  /** The field stays as it is. */
  record Keep<T>() implements Change<T> {}

  /**
   * The field gets a value.
   *
   * @param value new value; {@code null} clears the field
   */
  record Set<T>(T value) implements Change<T> {}
}
