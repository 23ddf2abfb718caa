package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/first-steps.md, in its order, on two servers and for a few seconds. */
class FirstStepsIT {
  private static final Path PAGE = Launcher.CHECKOUT.resolve("docs/first-steps.md");

  /** What makes each command short. */
  private static final List<String> VERSUS = List.of("-u=4", "-t=2s", "--repeats=1", "--warmup=1s");

  @TempDir private Path folder;

  @Test
  void leadFromTwoUrlsToAReport() throws IOException {
    Path shop = folder.resolve("shop");
    try (PlantedServer before = PlantedServer.start(5, 100);
        PlantedServer after = PlantedServer.start(5, 100)) {
      String page =
          Files.readString(PAGE)
              .replace("http://localhost:8080/", before.url())
              .replace("http://localhost:8081/", after.url());

      for (Block block : blocks(page)) {
        if (block.language().equals("yaml")) {
          Files.writeString(shop.resolve("experiment.yaml"), quick(block.text()));
        } else {
          block.text().lines().forEach(this::carryOut);
        }
      }
    }
    assertThat(shop.resolve("results/report.html")).exists();
    assertThat(new SweptFolder(shop.resolve("results")).lines()).hasSize(2);
  }

  private record Block(String language, String text) {}

  private static List<Block> blocks(String page) {
    Matcher fence = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL).matcher(page);
    return fence.results().map(each -> new Block(each.group(1), each.group(2))).toList();
  }

  private static String quick(String experiment) {
    return experiment
        .replace(
            "levels: [10, 50], duration: 10s, warmup: auto",
            "levels: [4], duration: 2s, warmup: 1s")
        // Less think time, so that there are enough requests for a p95.
        .replace("think_time: 50ms-150ms", "think_time: 0")
        .replace("repeats: 3", "repeats: 1");
  }

  private void carryOut(String line) {
    if (line.equals("mkdir shop")) {
      assertThat(folder.resolve("shop").toFile().mkdir()).isTrue();
      return;
    }
    assertThat(line).startsWith("./tasktracker ");
    List<String> words =
        new ArrayList<>(
            Stream.of(line.split(" ", -1))
                .skip(1)
                .map(word -> word.startsWith("shop") ? folder.resolve(word).toString() : word)
                .toList());
    if (words.getFirst().equals("versus")) {
      words.addAll(VERSUS);
      words.add("--outdir=" + folder.resolve("versus"));
    }

    Launcher.Ended ended = Launcher.run(words.toArray(String[]::new));

    assertThat(ended.status()).as("%s%n%s", line, ended.text()).isZero();
    if (ended.text().contains(" plots in ")) {
      SweptFolder.deletePlots(ended);
    }
  }
}
