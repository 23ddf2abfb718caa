package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tasktracker.service.auth.Tokens;

@BothDeployments
class TokensTest {

  private static final List<List<String>> PROTECTED =
      List.of(
          List.of("GET", "/api/v1/auth/me"),
          List.of("POST", "/api/v1/tasks/"),
          List.of("GET", "/api/v1/tasks/"),
          List.of("GET", "/api/v1/tasks/stats"),
          List.of("GET", "/api/v1/tasks/1"),
          List.of("PUT", "/api/v1/tasks/1"),
          List.of("DELETE", "/api/v1/tasks/1"),
          List.of("PATCH", "/api/v1/tasks/1/complete"),
          List.of("PATCH", "/api/v1/tasks/1/incomplete"),
          List.of("GET", "/api/v1/stats/"));

  @Parameter Deployment deployment;

  @Test
  void protectsEveryPathButLogInAndRegistration() {
    for (List<String> route : PROTECTED) {
      assertRefused(Client.anonymous(deployment), route);
    }
  }

  @Test
  void refusesTokensThatAreNotOurs() {
    String good = tokens(Deployment.SECRET, Clock.systemUTC()).issue(1);
    String body = good.split("\\.")[1];
    String none = "eyJhbGciOiJub25lIn0." + body + ".";
    List<String> bad =
        List.of(
            "garbage",
            "a.b.c",
            good.substring(0, good.length() - 4),
            good + "AAAA",
            none,
            tokens("another secret that has enough bytes", Clock.systemUTC()).issue(1),
            tokens(
                    Deployment.SECRET,
                    Clock.offset(
                        Clock.systemUTC(), Tokens.LIFETIME.plus(Duration.ofSeconds(1)).negated()))
                .issue(1));
    for (String token : bad) {
      for (List<String> route : PROTECTED) {
        assertRefused(Client.anonymous(deployment).withToken(token), route);
      }
    }
  }

  private static void assertRefused(Client client, List<String> route) {
    Answer answer = client.send(route.get(0), route.get(1), new byte[0]);
    answer.isProblem(401);
    assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
  }

  private static Tokens tokens(String secret, Clock clock) {
    return new Tokens(secret.getBytes(StandardCharsets.UTF_8), clock);
  }
}
