package tasktracker.service.auth;

/**
 * Who sends a request, as the bearer token says.
 *
 * @param userId id of the user
 * @param token the token itself, to call other services in the user's name
 */
public record Caller(long userId, String token) {

  @Override
  public String toString() {
    return "user " + userId;
  }
}
