package tasktracker.report.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tasktracker.results.failure.LedgerResult;

class FailureSentencesTest {

  @Test
  void saysWhatBrokeWhomForHowLongAndWhetherAnythingIsLost() {
    assertThat(new FailureSentences(SampleFailure.of("microservices", 30)).verdict())
        .isEqualTo(
            "tasktracker_task_service was stopped and started again after 10 s; all was healthy"
                + " again 11.0 s after it began. 75 % of the requests failed until the users had"
                + " recovered. p95 of those that succeeded was 9.5 ms meanwhile, and 5.0 ms before."
                + " 1 of 2 endpoints were not affected: GET [Auth] Get User Info. The users"
                + " had recovered 1.0 s after it was undone. No acknowledged write is lost (1,234"
                + " acknowledged, 12 without an answer, 3 of these carried out).");
  }

  @Test
  void sumsSeveralFaultsUp() {
    assertThat(new FailureSentences(SampleFailure.of("microservices", 20, 40)).verdict())
        .startsWith(
            "2 times, tasktracker_task_service was stopped and started again after 10 s; all was"
                + " healthy again 11.0 s (11.0 s to 11.0 s, n = 2) after it began.");
  }

  @Test
  void saysThatNothingWasBroken() {
    assertThat(new FailureSentences(SampleFailure.of("microservices")).verdict())
        .startsWith("Nothing was broken. No acknowledged write is lost");
  }

  @Test
  void leavesNoDoubtAboutLostWrites() {
    LedgerResult lost = new LedgerResult(9, 1_234, 0, 12, 3, 2, 1, 4, List.of("load-x-3"));

    assertThat(new FailureSentences(SampleFailure.of("monolith", lost, List.of(), 30)).verdict())
        .endsWith(
            "1 accounts could not be read back, so nothing is known of their writes; 2 of 1,234"
                + " ACKNOWLEDGED WRITES ARE LOST; 1 are there twice and 4 otherwise than they were"
                + " written.");
  }

  @Test
  void claimsNothingOfAnInvalidRunBeforeSayingSo() {
    assertThat(
            new FailureSentences(
                    SampleFailure.of(
                        "monolith",
                        SampleFailure.CLEAN,
                        List.of("the fault did not take effect: process 4711 runs"),
                        30))
                .verdict())
        .startsWith(
            "INVALID, no claim rests on this run: the fault did not take effect: process 4711"
                + " runs.");
  }

  @Test
  void doesNotSayThatWritesAreSafeWhichNobodyReadBack() {
    assertThat(new FailureSentences(SampleFailure.of("monolith", null, List.of(), 30)).verdict())
        .endsWith("The writes were not read back.")
        .doesNotContain("lost");
  }
}
