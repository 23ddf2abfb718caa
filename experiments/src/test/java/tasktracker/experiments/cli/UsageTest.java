package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong usage: exit code 2, a line that says what would be right, and nothing is touched. */
class UsageTest {
  private static final String HOME = "tasktracker.home";

  @TempDir Path folder;

  @BeforeAll
  static void nameTheCheckout() {
    System.setProperty(HOME, Launcher.CHECKOUT.toString());
  }

  @AfterAll
  static void forgetTheCheckout() {
    System.clearProperty(HOME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sweep --colour blue                        | --colour           | --help
          sweep --replicas many                      | --replicas         | many
          sweep --isolate perhaps                    | --isolate          | AUTO, OFF
          sweep --runtime cloud                      | --runtime          | EMBEDDED, DOCKER, EXTERNAL
          sweep --fresh-deployment never             | --fresh-deployment | REPETITION, RUN
          sweep --think-time soon                    | --think-time soon  | 50ms-150ms
          sweep --arch serverless                    | serverless         | monolith, microservices
          sweep --arch monolith,monolith             | monolith is named twice | name each once
          init no/such/folder                        | no/such/folder     | create it first
          sweep --concurrency-levels 0               | --concurrency-levels | from 1 to
          sweep --concurrency-levels ten             | --concurrency-levels | ten
          sweep --duration-seconds soon              | --duration-seconds | no time such as
          sweep --duration-seconds -1                | --duration-seconds | no time such as
          sweep --spawn-rate 0                       | --spawn-rate 0     | above 0
          sweep --base-url-monolith http://x:1       | --base-url-monolith | --runtime external
          sweep --runtime external --base-url-micro x | --base-url-micro x | http://localhost:8000
          sweep --runtime external --base-url-micro http://x/p | --base-url-micro http://x/p | leave out the path
          failure --target-service task_service      | --target-service task_service | tasktracker_task_db
          failure --failure-mode explode             | explode            | stop-start
          failure --inject-at 5                      | --inject-at 5      | use 8 or more
          failure --fault kill --duration-seconds 40 --inject-at 35 | --duration-seconds 40 | 45
          failure --fault explode:size=2             | explode            | stop-start
          failure --fault latency:delay=soon         | latency:delay=soon | 250us
          failure --fault pause:jitter=1s            | jitter=1s          | pause:duration=10s
          failure --fault kill --failure-mode kill   | --failure-mode     | choose one
          failure --failure-mode kill --downtime 0   | --downtime         | 1ms to 24h
          failure --slo 100%                         | --slo 100%         | 99.9%<500ms
          failure --delay soon                       | --delay            | 250us
          failure --instance 2                       | 1 instance         | not 2
          failure --base-url http://example.org:8000 | --base-url         | --runtime external
          failure --runtime external --arch both     | --arch both        | one name
          failure --runtime external --matrix        | --matrix           | choose one fault
          failure --runtime external --arch shop     | needs --base-url   | where shop answers
          failure --runtime external --base-url ftp://x | --base-url ftp://x | http://localhost:8000
          failure --runtime external --base-url http://u:p@x | --base-url http://***@x | Authorization
          failure --injections 0                     | --injections 0     | 1 to 100
          failure --loss 120%                        | --loss             | at most 100%
          load http://x:1 --workers 0                | --workers 0        | 1 to 1
          load http://x:1 --token-file t             | --token-file       | goes with --on
          load http://x:1 --entry-host 10.0.0.1      | --entry-host       | goes with --on
          load http://x:1 --on absent.txt --token-file t | --on absent.txt | text file
          load http://x:1 --on absent.txt            | --token-file is missing | started with
          sweep --on absent.txt --token-file t       | --on absent.txt    | text file
          versus a=http://x:1 b=http://x:2 --on absent.txt --token-file t | --on absent.txt | text file
          worker --listen here --token-file t        | --listen: here     | HOST:PORT
          worker --listen 10.0.0.1:70000 --token-file t | 10.0.0.1:70000  | HOST:PORT
          worker                                     | --token-file       | --help
          versus                                     | TARGET: 0 given    | 2 to 6
          versus a=http://localhost:1                | TARGET: 1 given    | 2 to 6
          versus a=http://x:1 b=http://x:2 c=http://x:3 d=http://x:4 e=http://x:5 f=http://x:6 g=http://x:7 | 7 given | 2 to 6
          versus a=http://x:1 a=http://x:2           | another one is called a | name them
          versus http://x:1/a http://x:1/b           | another one is called x-1 | name them
          versus =http://x:1 b=http://x:2            | TARGET =http       | 1 to 40 letters
          versus .a=http://x:1 b=http://x:2          | TARGET .a=         | begin with a letter
          versus a+b=http://x:1 b=http://x:2         | TARGET a+b=        | letters, digits, dots
          versus a=ftp://x:1 b=http://x:2            | URL ftp://x:1      | http or https
          versus a=http://x:99999 b=http://x:2       | URL http://x:99999 | 1 to 65535
          versus a=http://u:p@x b=http://x:2         | http://***@x       | Authorization
          versus a=localhost:8080 b=http://x:2       | a=localhost:8080   | write http://localhost:8080
          versus a=serverless b=monolith             | TARGET a=serverless | NAME=URL
          versus a=monolith b=http://x:2             | --scenario is missing | tasktracker
          versus a=http://x:1/p b=http://x:2 --scenario tasktracker | a=http://x:1/p | leave out the path
          versus a=http://x:1 b=http://x:2 -u 0      | --users            | from 1 to
          versus a=http://x:1 b=http://x:2 -u 5,5    | --users            | each level once
          versus a=http://x:1 b=http://x:2 -t 10ms   | --duration         | 1s or more
          versus a=http://x:1 b=http://x:2 --warmup soon | --warmup soon  | auto
          versus a=http://x:1 b=http://x:2 --junit f.xml | --junit       | goes with --gate
          versus a=http://x:1 b=http://x:2 --gate 0%  | --gate            | above 0%
          versus a=http://x:1 b=http://x:2 --gate 5% --gate-metric speed | --gate-metric speed | throughput
          versus a=http://x:1 b=http://x:2 --slo fast | --slo fast        | p95<200ms
          versus a=http://x:1 b=http://x:2 --until-sure --repeats 2 | --until-sure | 4 or more
          versus a=http://x:1 b=http://x:2 --runtime external | --runtime external | its URL
          versus a=http://x:1 b=http://x:2 --working-set 5 | --working-set | --scenario tasktracker
          sweep --repeats 0                          | --repeats 0        | 1 to 100
          sweep --cpu-budget 0                       | --cpu-budget 0     | from 0.1
          sweep --cpu-budget 1.5                     | --cpu-budget 1.5   | --runtime docker
          sweep --cpu-budget 1 --cpu-per-instance 1  | --cpu-per-instance | choose one
          sweep --until-sure --repeats 3             | --until-sure       | 4 or more
          sweep --until-sure --confirm 1             | --confirm          | 2 to 100
          sweep --confirm 3                          | --confirm          | --until-sure
          sweep --until-sure --arch monolith         | --until-sure       | two architectures
          sweep --until-sure --budget soon           | --budget           | 1m30s
          sweep --until-sure --budget 0              | --budget           | above 0
          capacity --slo p95<100ms --budget 0        | --budget           | above 0
          sweep --duration-seconds 1e9               | --duration-seconds | no time such as
          sweep --duration-seconds 604801            | --duration-seconds | longer than a week
          sweep --working-set 101                    | --working-set      | from 1 to 100
          sweep --budget 45m                         | --budget           | --until-sure
          sweep --until-sure --precision wide        | --precision        | 5%
          sweep --precision 2%                       | --precision        | --until-sure
          sweep --crossover-precision 2%             | --crossover-precision | --refine-crossover
          analyze results --slo p95>1s               | --slo p95>1s       | p95<200ms
          analyze results                            | results            | no such folder
          compare one two --metric speed             | --metric speed     | throughput
          capacity --slo fast                        | --slo fast         | p95<200ms
          stack up monolith --replicas 3             | --replicas 3       | --replicas 1
          plotter                                    | plotter            | --help
          load                                       | TARGET is missing  | http://localhost:9000/path
          load localhost:9000                        | TARGET localhost:9000 | http://localhost:9000/path
          load monolit                               | TARGET monolit     | monolith, microservices
          load HTTPS://localhost:99999               | URL HTTPS://localhost:99999 | from 1 to 65535
          load http://localhost:1/a http://localhost:2 | http://localhost:1/a and http://localhost:2 | has one
          load http://localhost:1/a?p=100%           | http://localhost:1/a | escape
          load http://localhost:1/a#b                | fragment           | leave out #
          load http://ann:s3cret@localhost:1         | http://***@localhost:1 | Authorization
          load http://localhost:1 -H X@Y:1           | no name of a header | header
          load http://localhost:1 -H Content-Length:5 | Content-Length    | follows from the body
          load http://localhost:1 --body @missing.json | missing.json     | does not exist
          load http://localhost:1 --body @/dev/zero  | /dev/zero          | a regular file
          load http://localhost:1 --scenario missing.yaml | missing.yaml | does not exist
          load http://localhost:1 -t 99999999999h    | --duration         | longer than a year
          load ftp://localhost:1                     | URL ftp://localhost:1 | http://localhost:9000/path
          load http://localhost:1 --runtime docker   | --runtime docker   | goes with an architecture
          load monolith --runtime external           | --runtime external | embedded or docker
          load monolith --body hello                 | --body             | name its URL
          load http://localhost:1 -t 30x             | --duration         | 1m30s
          load http://localhost:1 -u 0               | --users 0          | 1 to
          load http://localhost:1 --rate fast        | --rate             | 5000/s
          load http://localhost:1 --rate 5 -u 5      | --users            | --max-users
          load http://localhost:1 --max-users 5      | --max-users        | --rate
          load http://localhost:1 --arrivals often   | --arrivals         | POISSON
          load http://localhost:1 --header Accept    | --header Accept    | Name: value
          load http://localhost:1 --scenario shop    | --scenario shop    | .yaml
          load http://localhost:1/a --scenario tasktracker | /a           | leave out the path
          load http://localhost:1 --workers 11       | --workers 11       | 1 to 10
          load http://localhost:1 --think-time soon  | --think-time soon  | 50ms-150ms
          """)
  void namesTheOptionTheValueAndWhatWouldBeRight(String arguments, String wrong, String right)
      throws IOException {
    Path results = folder.resolve("results");
    List<Path> before = resultFolders();
    String outdir = arguments.matches("(sweep|failure|load) .*") ? " --outdir " + results : "";

    Ran ended = Ran.of((Object[]) (arguments + outdir).split(" "));

    assertRefused(ended, wrong, right);
    assertThat(results).doesNotExist();
    assertThat(resultFolders()).isEqualTo(before);
  }

  @Test
  void refusesToPlotAFolderThatIsMissing() {
    Path missing = folder.resolve("missing");

    assertRefused(Ran.of("plot", missing.toString()), missing.toString(), "no such folder");
  }

  @Test
  void refusesToPlotAFolderWithoutResults() {
    assertRefused(Ran.of("plot", folder.toString()), folder.toString(), "it has no results.jsonl");
  }

  @Test
  void refusesToResumeAFolderWithoutConfiguration() throws IOException {
    Files.writeString(folder.resolve("results.jsonl"), "");

    assertRefused(Ran.of("sweep", "--resume", folder.toString()), folder.toString(), "config.json");
  }

  @Test
  void refusesToResumeWithOtherSettings() {
    Ran ended = Ran.of("sweep", "--resume", folder.toString(), "--duration-seconds", "5");

    assertRefused(ended, "--resume takes all settings", "leave out --duration-seconds");
  }

  @Test
  void refusesToWriteIntoAFolderThatHoldsSomethingElse() throws IOException {
    Files.writeString(folder.resolve("precious.txt"), "keep me");

    Ran ended = Ran.of("sweep", "--quick", "--outdir", folder.toString());

    assertRefused(ended, folder.toString(), "name a new folder");
    assertThat(folder.toFile().list()).containsExactly("precious.txt");
  }

  private static void assertRefused(Ran ended, String wrong, String right) {
    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSizeBetween(1, 2);
    assertThat(ended.err()).startsWith("tasktracker: ").contains(right);
    assertThat(ended.err().lines().findFirst().orElseThrow()).contains(wrong);
    assertThat(ended.err()).doesNotContain("	at ").doesNotContain("Exception");
  }

  private static List<Path> resultFolders() throws IOException {
    Path results = Launcher.CHECKOUT.resolve("experiments/results");
    if (!Files.exists(results)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(results)) {
      return folders.sorted().toList();
    }
  }
}
