package tasktracker.experiments.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.results.file.YamlFile;

class MaskedSecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://localhost:8080/items?page=1       | http://localhost:8080/items?page=1
          http://localhost/?author=me&keyword=shop | http://localhost/?author=me&keyword=shop
          http://localhost/?authorization=abc      | http://localhost/?authorization=***
          http://me:p@ss@localhost:8080/           | http://***@localhost:8080/
          http://localhost/?page=1&api_key=ab,c&a=b | http://localhost/?page=1&api_key=***&a=b
          https://localhost/?Access-Token=abc      | https://localhost/?Access-Token=***
          /login?token={token}                     | /login?token={token}
          """)
  void masksUsersAndQueriesOfUrls(String url, String shown) {
    assertThat(new MaskedSecrets().convert(url)).isEqualTo(shown);
    assertThat(MaskedSecrets.isIn(shown)).isEqualTo(!url.equals(shown));
  }

  @Test
  void masksVariablesOfTellingNamesWhereverTheyAreWritten() {
    String text =
        """
        name: shop # 🛒
        architectures:
          one:
            command: ./server
            health: "/health?token=abc"
            environment: {LOG: "off", DB_PASSWORD: 'it''s', url: "{port}", api_key: "a\\"b"} # plain
          other:
            processes:
              back:
                run: ./back
                environment:
                  SIGNING_KEY: |
                    several
                    lines
                  SECRET: five six # why
                  DATABASE: postgres://shop:hunter2@localhost/shop
        hooks:
          setup: [{run: make, environment: {TOKEN: 1234}}]
        workload: {password: kept}
        """;

    String masked = new MaskedSecrets().convert(text);

    assertThat(masked)
        .isEqualTo(
            """
            name: shop # 🛒
            architectures:
              one:
                command: ./server
                health: "/health?token=***"
                environment: {LOG: "off", DB_PASSWORD: "***", url: "{port}", api_key: "***"} # plain
              other:
                processes:
                  back:
                    run: ./back
                    environment:
                      SIGNING_KEY: "***"
                      SECRET: "***" # why
                      DATABASE: postgres://***@localhost/shop
            hooks:
              setup: [{run: make, environment: {TOKEN: "***"}}]
            workload: {password: kept}
            """);
    assertThat(new MaskedSecrets().convert(masked)).isEqualTo(masked);
    assertThat(YamlFile.parse("experiment.yaml", masked).tree().path("hooks").isObject()).isTrue();
  }

  @Test
  void masksAValueThatHasAnAnchor() {
    assertThat(new MaskedSecrets().convert("environment: {TOKEN: &shared hunter2, LOG: off}"))
        .contains("TOKEN: ", "\"***\"", "LOG: off")
        .doesNotContain("hunter2");
  }

  @Test
  void leavesATextThatIsNoYaml() {
    assertThat(new MaskedSecrets().convert("environment: [")).isEqualTo("environment: [");
  }
}
