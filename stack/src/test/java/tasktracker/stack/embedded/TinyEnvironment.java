package tasktracker.stack.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import tasktracker.stack.Instance;

/** The environment variables of a {@link TinyService}, as it tells them. */
record TinyEnvironment(String text) {

  static TinyEnvironment of(EmbeddedStack stack, String name) throws Exception {
    Instance instance =
        stack.instances().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    URI uri = URI.create("http://127.0.0.1:" + instance.port() + "/environment");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new TinyEnvironment(
          client
              .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
              .body());
    }
  }

  String value(String variable) {
    return text.replaceAll("(?s).*[{ ]" + variable + "=([^,}]*)[,}].*", "$1");
  }

  /** Connects to the database of the service, as the service would. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        value("DATABASE_URL"), value("DATABASE_USER"), value("DATABASE_PASSWORD"));
  }
}
