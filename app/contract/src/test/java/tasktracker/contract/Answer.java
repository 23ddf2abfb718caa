package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;
import tasktracker.service.http.ContractJson;
import tools.jackson.databind.JsonNode;

/** What a server answered. */
record Answer(int status, HttpHeaders headers, String body) {

  JsonNode json() {
    return ContractJson.mapper().readTree(body);
  }

  String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  /** Asserts the status and JSON as the type of the body. */
  Answer hasStatus(int expected) {
    assertThat(status).as(body).isEqualTo(expected);
    if (!body.isEmpty()) {
      assertThat(header("Content-Type"))
          .isEqualTo(expected < 400 ? "application/json" : "application/problem+json");
    }
    return this;
  }

  /** Asserts problem details of the right shape. */
  Answer isProblem(int expected) {
    hasStatus(expected);
    assertThat(json().get("status").intValue()).isEqualTo(expected);
    assertThat(json().get("title").stringValue()).isNotBlank();
    assertThat(json().get("detail").stringValue()).isNotBlank();
    return this;
  }

  Answer isProblem(int expected, String detail) {
    isProblem(expected);
    assertThat(json().get("detail").stringValue()).isEqualTo(detail);
    return this;
  }

  /** Asserts a 422 whose errors name exactly these fields, with a message each. */
  Answer isInvalid(String... fields) {
    isProblem(422);
    List<JsonNode> errors = json().get("errors").valueStream().toList();
    assertThat(errors.stream().map(error -> error.get("field").stringValue()))
        .containsExactlyElementsOf(Stream.of(fields).toList());
    assertThat(errors).allSatisfy(it -> assertThat(it.get("message").stringValue()).isNotBlank());
    return this;
  }
}
