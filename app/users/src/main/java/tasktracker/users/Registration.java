package tasktracker.users;

import io.helidon.webserver.http.ServerRequest;
import tasktracker.service.http.FieldType;
import tasktracker.service.http.RequestFields;

/** What someone gives to open an account. */
record Registration(String email, String username, String password, String fullName) {

  private static final FieldType<String> EMAIL = FieldType.email(255);
  private static final FieldType<String> USERNAME = FieldType.text(3, 100);
  private static final FieldType<String> PASSWORD = FieldType.text(6, 100);
  private static final FieldType<String> FULL_NAME = FieldType.text(0, 255);

  static Registration read(ServerRequest request) {
    RequestFields fields = RequestFields.ofBody(request);
    Registration registration =
        new Registration(
            fields.required("email", EMAIL),
            fields.required("username", USERNAME),
            fields.required("password", PASSWORD),
            fields.optional("full_name", FULL_NAME));
    fields.check();
    return registration;
  }
}
