package tasktracker.workload;

import java.time.Duration;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.UserContext;

/** The account of one user, and its token, which lives for half an hour. */
final class Account {
  private static final long RENEW_AFTER_NANOS = Duration.ofMinutes(25).toNanos();
  private static final String PASSWORD = "correct horse battery";

  private final String username;
  private String token;
  private long tokenSince;

  private Account(String username) {
    this.username = username;
  }

  /** The account of a user, which differs from run to run. */
  static Account of(UserContext context) {
    return new Account("load-" + context.runId() + "-" + context.number());
  }

  String username() {
    return username;
  }

  void register(Session session) {
    session
        .post("/api/v1/auth/register")
        .named("[Auth] Register")
        .json(
            """
            {"email":"%1$s@example.com","username":"%1$s","password":"%2$s","full_name":"%1$s"}\
            """
                .formatted(username, PASSWORD))
        .expect(201)
        .send();
  }

  /** Gets a new token and returns whether it did; the old one stays in use when that fails. */
  boolean logIn(Session session) {
    Response response =
        session
            .post("/api/v1/auth/login")
            .named("[Auth] Login")
            .json(
                """
                {"username":"%s","password":"%s"}\
                """
                    .formatted(username, PASSWORD))
            .expect(200)
            .send();
    if (response.ok()) {
      token = response.json().get("access_token").asString();
      tokenSince = System.nanoTime();
    }
    if (token != null) {
      session.header("Authorization", "Bearer " + token);
    }
    return response.ok();
  }

  /** Logs in again before the token expires. */
  void renewLogIn(Session session) {
    if (System.nanoTime() - tokenSince > RENEW_AFTER_NANOS) {
      logIn(session);
    }
  }
}
