package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@BothDeployments
class AccountsTest {

  @Parameter Deployment deployment;

  @Test
  void registersAndTellsEverythingButThePassword() {
    String name = Client.uniqueName();

    Answer answer =
        anonymous()
            .post(
                "/api/v1/auth/register",
                Map.of(
                    "email",
                    name + "@example.org",
                    "username",
                    name,
                    "password",
                    Client.PASSWORD,
                    "full_name",
                    "Zoë 🌱 Ångström"));

    JsonNode user = answer.hasStatus(201).json();
    assertThat(user.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "email",
            "username",
            "full_name",
            "is_active",
            "is_superuser",
            "created_at",
            "updated_at");
    assertThat(user.get("id").longValue()).isPositive();
    assertThat(user.get("email").stringValue()).isEqualTo(name + "@example.org");
    assertThat(user.get("username").stringValue()).isEqualTo(name);
    assertThat(user.get("full_name").stringValue()).isEqualTo("Zoë 🌱 Ångström");
    assertThat(user.get("is_active").booleanValue()).isTrue();
    assertThat(user.get("is_superuser").booleanValue()).isFalse();
    assertThat(user.get("created_at").stringValue()).endsWith("Z");
    assertThat(Instant.parse(user.get("created_at").stringValue())).isBefore(Instant.now());
  }

  @Test
  void refusesANameOrAnAddressThatIsTaken() {
    String name = Client.uniqueName();
    anonymous().register(name, Client.PASSWORD).hasStatus(201);
    Map<String, String> sameName =
        Map.of("email", "other-" + name + "@example.org", "username", name, "password", "123456");
    Map<String, String> sameAddress =
        Map.of("email", name + "@example.org", "username", "other-" + name, "password", "123456");

    for (Map<String, String> registration : List.of(sameName, sameAddress)) {
      anonymous()
          .post("/api/v1/auth/register", registration)
          .isProblem(400, "Username or email already registered");
    }
  }

  @Test
  void letsExactlyOneOfManyTakeAName() throws Exception {
    String name = Client.uniqueName();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          threads.invokeAll(
              Stream.generate(
                      () -> (Callable<Answer>) () -> anonymous().register(name, Client.PASSWORD))
                  .limit(20)
                  .toList());

      assertThat(answers.stream().map(answer -> answer.resultNow().status()).toList())
          .containsOnly(201, 400)
          .containsOnlyOnce(201);
    }
  }

  @Test
  void tellsEveryFieldOfARegistrationThatIsWrong() {
    anonymous().post("/api/v1/auth/register", Map.of()).isInvalid("email", "username", "password");
    anonymous()
        .post(
            "/api/v1/auth/register",
            Map.of("email", "nobody", "username", "ab", "password", 123456, "full_name", List.of()))
        .isInvalid("email", "username", "password", "full_name");
    anonymous()
        .post(
            "/api/v1/auth/register",
            Map.of(
                "email", "a@" + "b".repeat(255) + ".org",
                "username", "c".repeat(101),
                "password", "d".repeat(101),
                "full_name", "e".repeat(256)))
        .isInvalid("email", "username", "password", "full_name");
    Map<String, String> nulls = new HashMap<>();
    nulls.put("email", null);
    nulls.put("username", null);
    nulls.put("password", null);
    anonymous().post("/api/v1/auth/register", nulls).isInvalid("email", "username", "password");
  }

  @Test
  void takesTheLongestValuesAllowed() {
    String name = Client.uniqueName();
    String username = name + "é".repeat(100 - name.length());
    String password = "🔑".repeat(100);

    anonymous()
        .post(
            "/api/v1/auth/register",
            Map.of(
                "email",
                name + "@" + "b".repeat(255 - 5 - name.length()) + ".org",
                "username",
                username,
                "password",
                password,
                "full_name",
                "ê".repeat(255)))
        .hasStatus(201);

    anonymous().login(username, password).hasStatus(200);
    anonymous()
        .login(username, "🔑".repeat(99) + "🔒")
        .isProblem(401, "Incorrect username or password");
  }

  @Test
  void logsInWithABearerToken() {
    String name = Client.uniqueName();
    anonymous().register(name, Client.PASSWORD).hasStatus(201);

    JsonNode token = anonymous().login(name, Client.PASSWORD).hasStatus(200).json();

    assertThat(token.propertyNames()).containsExactlyInAnyOrder("access_token", "token_type");
    assertThat(token.get("token_type").stringValue()).isEqualTo("bearer");
    JsonNode me =
        anonymous()
            .withToken(token.get("access_token").stringValue())
            .get("/api/v1/auth/me")
            .hasStatus(200)
            .json();
    assertThat(me.get("username").stringValue()).isEqualTo(name);
    assertThat(me.get("full_name").isNull()).isTrue();
    assertThat(me.has("password_hash")).isFalse();
  }

  @Test
  void refusesAWrongPasswordLikeAnUnknownUser() {
    String name = Client.uniqueName();
    anonymous().register(name, Client.PASSWORD).hasStatus(201);

    Answer wrongPassword = anonymous().login(name, "wrong horse");
    Answer unknownUser = anonymous().login(Client.uniqueName(), Client.PASSWORD);

    wrongPassword.isProblem(401, "Incorrect username or password");
    unknownUser.isProblem(401, "Incorrect username or password");
    assertThat(wrongPassword.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(unknownUser.body()).isEqualTo(wrongPassword.body());
    anonymous().post("/api/v1/auth/login", Map.of()).isInvalid("username", "password");
  }

  private Client anonymous() {
    return Client.anonymous(deployment);
  }
}
