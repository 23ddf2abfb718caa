package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other generators measured, as a results folder. */
class ImportTest {
  private static final long BEGIN = 1_767_186_148;

  @TempDir private Path parent;

  private Path folder;

  @BeforeEach
  void nameTheFolder() {
    folder = parent.resolve("shop");
  }

  @Test
  void makesAFolderThatIsAnalysedAndSaysWhereTheWorkDiffers() throws IOException {
    for (int i = 1; i <= 3; i++) {
      assertDone(take("before", k6("before-" + i, 4, 20 + i)));
      assertDone(take("after", k6("after-" + i, 6, 15 + i)));
    }

    assertThat(new SweptFolder(folder).lines())
        .hasSize(6)
        .allSatisfy(run -> {
          assertThat(run.path("generator").asString()).isEqualTo("k6");
          assertThat(run.path("duration_s").asInt()).isEqualTo(28);
          assertThat(run.path("resources").isNull()).isTrue();
          assertThat(run.has("validity")).isFalse();
        });
    Ran analysed = Ran.of("analyze", folder);
    assertThat(analysed.out())
        .contains("not comparable", "an iteration makes 4.00 requests at before and 6.00 at after")
        .contains("Measured elsewhere", "Latencies of k6 count from sending");
    assertDone(Ran.of("report", folder));
    assertThat(folder.resolve("report.html")).content().contains("Load by k6", "Load generator");
  }

  @Test
  void countsTheRepetitionsOfALevelOn() throws IOException {
    Path one = k6("one", 4, 20);
    Path two = k6("two", 4, 21);

    assertDone(Ran.of("import", "k6", one, two, "--as", "a", "-o", folder));
    assertDone(Ran.of("import", "k6", one, "--as", "b", "-u", "7", "-o", folder));
    Ran again = Ran.of("import", "k6", two, "--as", "b", "-u", "7", "-o", folder);

    assertThat(again.out()).contains("note: " + two + " had up to 5 users, not 7");
    assertThat(new SweptFolder(folder).lines())
        .extracting(
            run -> run.path("arch").asString() + run.path("concurrency") + run.path("repetition"))
        .containsExactly("a51", "a52", "b71", "b72");
  }

  @Test
  void takesACopyForNoRepetition() throws IOException {
    Path one = k6("one", 4, 20);

    assertRefused(
        Ran.of("import", "k6", one, one, "--as", "a", "-o", folder), "a copy is no repetition");
    assertDone(Ran.of("import", "k6", one, "--as", "a", "-o", folder));
    assertRefused(
        Ran.of("import", "k6", one, "--as", "a", "-o", folder), "a copy is no repetition");
    assertThat(new SweptFolder(folder).lines()).hasSize(1);
  }

  @Test
  void saysWhichPartHasAllUsers() throws IOException {
    Path file = k6("one", 4, 20);

    assertThat(Ran.of("import", "k6", file, "--as", "a", "-o", folder).out())
        .contains("they did from 3 s to 30 s (--skip 3s --take 27s)");
  }

  @Test
  void writesNothingWhenAFileIsWrong() throws IOException {
    Path good = k6("good", 4, 20);
    Path bad = Files.writeString(parent.resolve("bad.csv"), "metric_name,timestamp\nvus,1\n");

    assertRefused(Ran.of("import", "k6", good, bad, "--as", "a", "-o", folder), "bad.csv, line 1");
    assertThat(folder).doesNotExist();
  }

  @Test
  void refusesWhatCannotBe() throws IOException {
    Path file = k6("one", 4, 20);
    SmallFolder.of(folder);

    assertRefused(Ran.of("import", "k6", file, "--as", "a", "-o", folder), "the lab measured");
    assertRefused(Ran.of("import", "gatling", file, "--as", "a"), "jtl, k6, locust");
    assertRefused(Ran.of("import", "k6", file, "--as", "../a"), "--as ../a");
    assertRefused(Ran.of("import", "k6", file, "--as", "a", "-u", "0"), "--users");
    assertRefused(Ran.of("import", "k6", file, "--as", "a", "--skip", "31s"), "holds 30 s");
    assertRefused(Ran.of("import", "k6", file, "--as", "a", "--take", "10ms"), "--take");
    assertRefused(
        Ran.of("import", "locust", file, "--as", "a", "--skip", "3s"), "percentiles of the whole");
    assertRefused(Ran.of("import", "k6", file), "--as");
  }

  private Ran take(String name, Path file) {
    return Ran.of("import", "k6", file, "--as", name, "--skip", "2s", "-o", folder);
  }

  /** Iterations of so many requests, which take so many milliseconds each. */
  private Path k6(String name, int requests, int millis) throws IOException {
    StringBuilder text =
        new StringBuilder("metric_name,timestamp,metric_value,expected_response,method,name\n");
    for (int second = 0; second < 30; second++) {
      long at = BEGIN + second;
      text.append("vus,%d,%d,,,\n".formatted(at, second < 3 ? 1 : 5));
      for (int i = 0; i < 25; i++) {
        for (int j = 0; j < requests; j++) {
          text.append(
              "http_req_duration,%d,%d.%d,true,GET,http://localhost:%d/step/%d\n"
                  .formatted(at, millis + (i * 7 + second) % 5, i, 8000 + requests, j));
        }
        text.append("iterations,%d,1,,,\n".formatted(at));
      }
    }
    return Files.writeString(parent.resolve(name + ".csv"), text);
  }

  private static void assertDone(Ran ended) {
    assertThat(ended.code()).as("%s", ended).isZero();
  }

  private static void assertRefused(Ran ended, String why) {
    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(ended.err().lines()).as("%s", ended).hasSizeBetween(1, 2);
    assertThat(ended.err()).contains(why);
    assertThat(List.of(ended.err())).noneMatch(text -> text.contains("	at "));
  }
}
