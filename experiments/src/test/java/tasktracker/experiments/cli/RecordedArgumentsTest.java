package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedArgumentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --cpu-budget                        | --cpu-budget
          --slo=99.9%<500ms                   | --slo=99.9%<500ms
          http://ann:s3cret@localhost:1/a     | http://***@localhost:1/a
          a=http://u:p@h:1,b=https://u:p@h:2  | a=http://***@h:1,b=https://***@h:2
          Authorization: Bearer abc           | Authorization: ***
          -Hauthorization:Basic abc           | -Hauthorization:***
          --header=X-API-Key: abc             | --header=X-API-Key: ***
          http://h/?access_token=abc          | http://h/?access_token=***
          a=http://h/?api_key=abc&b=1         | a=http://h/?api_key=***&b=1
          http://h/?pwd=abc                   | http://h/?pwd=***
          --body={"password":"abc"}           | --body={"password":***
          """)
  void masksWhatIsSecret(String given, String recorded) {
    assertThat(RecordedArguments.of(given)).containsExactly(recorded);
  }
}
