package tasktracker.service.http;

/**
 * What is wrong with one field of a request.
 *
 * @param field name of the field or query parameter
 * @param message what would be right
 */
public record FieldError(String field, String message) {}
