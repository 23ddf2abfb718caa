package tasktracker.users;

import io.helidon.webserver.http.ServerRequest;
import tasktracker.service.http.FieldType;
import tasktracker.service.http.RequestFields;

/** What someone gives to log in. */
record Credentials(String username, String password) {

  /** More than any account has. */
  private static final FieldType<String> TEXT = FieldType.text(0, 255);

  static Credentials read(ServerRequest request) {
    RequestFields fields = RequestFields.ofBody(request);
    Credentials credentials =
        new Credentials(fields.required("username", TEXT), fields.required("password", TEXT));
    fields.check();
    return credentials;
  }
}
