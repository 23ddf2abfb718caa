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

class OpenApiDraftTest {
  @TempDir private Path folder;

  private static final String PETS =
      """
      openapi: 3.1.0
      info: {title: "Pets: an example"}
      servers: [{url: "https://pets.example/v1"}]
      components:
        securitySchemes: {token: {type: http, scheme: bearer}}
        schemas:
          Pet:
            type: object
            required: [name]
            properties:
              id: {type: integer, readOnly: true}
              name: {type: string, maxLength: 8}
              kind: {type: string, enum: [cat, dog]}
              owner: {type: string, format: email}
              parent: {$ref: "#/components/schemas/Pet"}
              password: {type: string}
      paths:
        /pets:
          get:
            parameters:
              - {name: limit, in: query, required: true, schema: {type: integer, minimum: 5}}
              - {name: page, in: query, schema: {type: integer}}
            responses: {"200": {description: all}}
          post:
            requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
            responses:
              "201": {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
        /pets/{petId}:
          parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
          delete: {responses: {"204": {description: gone}}}
          get: {responses: {"200": {description: one}}}
        /kinds/{kind}:
          get:
            parameters: [{name: kind, in: path, required: true, example: "big cat"}]
            responses: {default: {description: any}}
      """;

  @Test
  void keepsHeadersAndFormsAsTheyAreAndSamplesSmall() throws IOException {
    StringBuilder schemas = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      schemas.append("S%d: {type: object, properties: {".formatted(i));
      for (int j = 0; j < 20; j++) {
        schemas.append("p%d: {$ref: '#/components/schemas/S%d'}, ".formatted(j, i + 1));
      }
      schemas.append("}}\n");
    }
    String api =
        """
        openapi: 3.0.0
        components:
          schemas:
        %s
            S8: {type: string, minLength: 2000}
        paths:
          /things:
            post:
              parameters:
                - {name: X-Version, in: header, required: true, example: application/vnd.api+json}
                - {name: q, in: query, required: true, example: a b}
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}
              responses: {"201": {description: made}}
          /odd:
            post:
              requestBody: {content: {application/json: {schema: {type: [{}]}}}}
              responses: {"200": {description: done}}
        """
            .formatted(schemas.toString().indent(4).stripTrailing());

    String yaml = draft("things.yaml", api);

    assertThat(yaml)
        .contains("\"X-Version\":\"application/vnd.api+json\"", "q=a%20b")
        .hasSizeLessThan(2_000_000);
  }

  @Test
  void usesAThingThatItMadeAndDeletesItAtTheEnd() throws IOException {
    String yaml = draft("pets.yaml", PETS);

    assertThat(yaml)
        .contains("id: { json: \"/id\" }")
        .containsSubsequence(
            "method: \"POST\"",
            "path: \"/v1/pets\"",
            "expect: 201",
            "path: \"/v1/pets/${id}\"",
            "expect: 200",
            "method: \"DELETE\"",
            "path: \"/v1/pets/${id}\"",
            "expect: 204");
  }

  @Test
  void makesValuesThatKeepToTheSchema() throws IOException {
    assertThat(draft("pets.yaml", PETS))
        .contains("\"name\":\"${random.letters 8}\"", "\"kind\":\"cat\"")
        .contains("\"owner\":\"user-${run}-${user}@example.com\"")
        .contains("\"password\":\"${password}\"")
        .contains("path: \"/v1/pets?limit=5\"", "path: \"/v1/kinds/big%20cat\"")
        .contains("\"Authorization\": \"Bearer ${token}\"", "\"token\": \"CHANGE-ME\"")
        .doesNotContain("parent", "page=");
  }

  @Test
  void canBeCarriedOutAsItIs() throws IOException {
    assertThat(YamlScenario.parse("draft", draft("pets.yaml", PETS), folder).name())
        .isEqualTo("Pets: an example");
  }

  @Test
  void readsSwaggerInJson() throws IOException {
    String yaml =
        draft(
            "old.json",
            """
            {"swagger": "2.0", "info": {"title": "Old"}, "host": "old.example", "basePath": "/api",
             "paths": {"/things": {"post": {
               "parameters": [{"name": "thing", "in": "body", "schema": {"type": "object",
                 "properties": {"size": {"type": "number", "minimum": 0.5}}}}],
               "responses": {"200": {"description": "made"}}}}}}
            """);

    assertThat(yaml)
        .contains("path: \"/api/things\"", "json: {\"size\":0.5}", "expect: 200")
        .contains("load http://old.example --scenario");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "a: 1", "openapi: 3.0.0", "openapi: 3.0.0\npaths: {/a: {}}"})
  void saysInOneLineWhatIsWrongWithAFile(String text) {
    assertThatThrownBy(() -> draft("api.yaml", text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("api.yaml")
        .message()
        .hasLineCount(1);
  }

  private String draft(String name, String text) throws IOException {
    return OpenApiDraft.read(Files.writeString(folder.resolve(name), text)).toYaml();
  }
}
