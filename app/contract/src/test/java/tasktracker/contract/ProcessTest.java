package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.monolith.Monolith;

/** A service as a process: what it prints and how it exits. */
@Timeout(60)
class ProcessTest {

  @Test
  void saysInOneLineThatItStartedAndExitsWithZeroOnSigterm() throws Exception {
    Process process =
        start(
            Map.of(
                "PORT", "0",
                "JWT_SECRET", Deployment.SECRET,
                "BCRYPT_COST", "4",
                "DATABASE_URL", Postgres.create("process_test_db"),
                "DATABASE_USER", "postgres"));
    try (var output = process.errorReader()) {
      assertThat(output.readLine())
          .matches(
              "\\S+Z INFO started service=tasktracker version=\\S+"
                  + " address=http://127.0.0.1:\\d+ pid="
                  + process.pid()
                  + " startup_ms=\\d+");

      process.toHandle().destroy();

      assertThat(process.waitFor()).isZero();
      assertThat(output.readLine()).isNull();
    }
  }

  @Test
  void saysInOneLineWhichSettingIsWrongAndExitsWithTwo() throws Exception {
    Process process = start(Map.of("JWT_SECRET", "short"));

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("JWT_SECRET has 5 bytes: give a secret of at least 32 bytes\n");
  }

  private static Process start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Monolith.class.getName());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }
}
