package tasktracker.experiments.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.error.UsageException;
import tasktracker.load.scenario.yaml.YamlScenario;

class HarDraftTest {
  @TempDir private Path folder;

  /** Somebody logs in, makes an order, looks at it, and loads a logo and a tracker. */
  private static final String SHOP =
      """
      {"log": {"version": "1.2", "entries": [
        {"request": {"method": "POST", "url": "https://shop.example/api/login?lang=de",
           "headers": [{"name": "User-Agent", "value": "x"}, {"name": "X-Client", "value": "web"}],
           "postData": {"mimeType": "application/json", "text": "{\\"name\\":\\"ann\\",\\"password\\":\\"s3cret!\\"}"}},
         "response": {"status": 200,
           "headers": [{"name": "Set-Cookie", "value": "sid=abc123; Path=/"}],
           "content": {"mimeType": "application/json", "text": "{\\"access_token\\":\\"tok.en.value\\"}"}}},
        {"request": {"method": "GET", "url": "https://shop.example/logo.png", "headers": []},
         "response": {"status": 200, "headers": [], "content": {"mimeType": "image/png"}}},
        {"request": {"method": "GET", "url": "https://tracker.example/hit", "headers": []},
         "response": {"status": 200, "headers": [], "content": {"mimeType": "text/plain"}}},
        {"request": {"method": "POST", "url": "https://shop.example/api/orders",
           "headers": [{"name": "Authorization", "value": "Bearer tok.en.value"}, {"name": "Cookie", "value": "sid=abc123; theme=dark"}],
           "postData": {"mimeType": "application/json", "text": "{\\"note\\":\\"costs ${5}\\"}"}},
         "response": {"status": 201, "headers": [],
           "content": {"mimeType": "application/json", "text": "{\\"order\\":{\\"id\\":4711}}"}}},
        {"request": {"method": "GET", "url": "https://shop.example/api/orders/4711?api_key=k-1", "headers": []},
         "response": {"status": 200, "headers": [], "content": {"mimeType": "application/json", "text": "{}"}}},
        {"request": {"method": "PUT", "url": "https://shop.example/api/cart", "headers": [],
           "postData": {"mimeType": "application/json", "text": "{\\"order_id\\":4711}"}},
         "response": {"status": 204, "headers": [], "content": {}}}
      ]}}
      """;

  @Test
  void keepsTheRequestsOfOneHostWithoutSecretsAndStaticFiles() throws IOException {
    String yaml = draft(SHOP);

    assertThat(yaml)
        .doesNotContain("s3cret!", "tok.en.value", "abc123", "logo.png", "User-Agent")
        .contains("Left out: 1 static files; requests to tracker.example (1)")
        .contains("# Fill in: password, api_key")
        .contains("\"X-Client\":\"web\"", "\"password\": \"CHANGE-ME\"");
  }

  @Test
  void proposesCapturesForWhatComesInAnAnswerBeforeItIsSent() throws IOException {
    assertThat(draft(SHOP))
        .contains("access_token: { json: \"/access_token\" }")
        .contains("\"Authorization\":\"Bearer ${access_token}\"")
        .contains("sid: { header: \"Set-Cookie\"")
        .contains("\"Cookie\":\"sid=${sid}\"")
        .contains("id: { json: \"/order/id\" }")
        .contains("path: \"/api/orders/${id}?api_key=${api_key}\"")
        .contains("name: \"GET /api/orders/{id}\"")
        .contains("json: \"{\\\"order_id\\\":${id}}\"")
        .contains("costs $${5}");
  }

  @Test
  void canBeCarriedOutAsItIs() throws IOException {
    YamlScenario scenario = YamlScenario.parse("draft", draft(SHOP), folder);

    assertThat(scenario.name()).isEqualTo("shop");
  }

  @Test
  void leavesNoPasswordOfAnyNameAndPlace() throws IOException {
    String yaml =
        draft(
            """
            {"log": {"entries": [
              {"request": {"method": "POST", "url": "http://my_shop:8080/pay?key=k-77&page=100%",
                 "headers": [{"name": "Ocp-Apim-Subscription-Key", "value": "s-99"}],
                 "postData": {"mimeType": "application/json", "text": "{\\"pin\\":1234,\\"amount\\":5}"}},
               "response": {"status": 304, "headers": [], "content": {}}},
              {"request": {"method": "POST", "url": "http://my_shop:8080/login", "headers": [],
                 "postData": {"mimeType": "application/x-www-form-urlencoded", "text": "log=ann&pwd=s3cret"}},
               "response": {"status": 200, "headers": [], "content": {}}},
              {"request": {"method": "POST", "url": "http://my_shop:8080/up", "headers": [],
                 "postData": {"mimeType": "text/plain", "text": "password: x"}},
               "response": {"status": 200, "headers": [], "content": {}}}
            ]}}
            """);

    assertThat(yaml)
        .doesNotContain("k-77", "s-99", "1234", "s3cret")
        .contains("\\\"pin\\\":${pin}", "page=100%25", "expect: 200")
        .contains("# Look for secrets in the bodies of POST /up");
    assertThat(YamlScenario.parse("draft", yaml, folder).name()).isEqualTo("shop");
  }

  @Test
  void takesNoPageOneForTheIdOne() throws IOException {
    String yaml =
        draft(
            """
            {"log": {"entries": [
              {"request": {"method": "POST", "url": "http://a/api/tasks", "headers": []},
               "response": {"status": 201, "headers": [], "content": {"mimeType": "application/json", "text": "{\\"id\\":1,\\"name\\":\\"tasks\\"}"}}},
              {"request": {"method": "GET", "url": "http://a/api/tasks/1?page=1", "headers": []},
               "response": {"status": 200, "headers": [], "content": {}}}
            ]}}
            """);

    assertThat(yaml).contains("path: \"/api/tasks/${id}?page=1\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "{}",
        "{\"log\": {\"entries\": []}}",
        "{\"log\": {\"entries\": [{}]}}",
        "{\"log\": {\"entries\": [{\"request\": {\"method\": \"GET\", \"url\": \"http://a/x.png\"}}]}}",
      })
  void saysInOneLineWhatIsWrongWithAFile(String text) {
    assertThatThrownBy(() -> draft(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("shop.har")
        .message()
        .hasLineCount(1);
  }

  private String draft(String har) throws IOException {
    return HarDraft.read(Files.writeString(folder.resolve("shop.har"), har), null).toYaml();
  }
}
