package tasktracker.service.http;

/**
 * The value of a field is not what its {@link FieldType} allows. The message says what would be.
 */
final class InvalidFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidFieldException(String message) {
    super(message, null, false, false);
  }
}
