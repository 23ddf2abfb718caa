package tasktracker.analysis.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacitySearchTest {
  private static final int HIGHEST = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 1234, 19_000})
  void locatesTheEdgeFromBelowAndAbove(int capacity) {
    CapacitySearch search = search(3);

    carryOut(search, rate -> rate <= capacity);

    int met = search.met().orElseThrow();
    int missed = search.missed().orElseThrow();
    assertThat(met).isLessThanOrEqualTo(capacity);
    assertThat(missed).isGreaterThan(capacity);
    assertThat(missed).isLessThanOrEqualTo(Math.max(met + 1, (int) (met * 1.05) + 1));
    assertThat(search.tried(met)).isEqualTo(new CapacitySearch.Votes(3, 3));
    assertThat(search.tried(missed)).isEqualTo(new CapacitySearch.Votes(0, 3));
  }

  @Test
  void findsNothingWhereNoRateMeetsTheObjective() {
    CapacitySearch search = search(2);

    carryOut(search, _ -> false);

    assertThat(search.met()).isEmpty();
    assertThat(search.missed()).hasValue(1);
  }

  @Test
  void stopsAtTheHighestRate() {
    CapacitySearch search = search(2);

    carryOut(search, _ -> true);

    assertThat(search.met()).hasValue(HIGHEST);
    assertThat(search.missed()).isEmpty();
  }

  @Test
  void comesToAnEndAndNearTheEdgeWhereTriesContradictEachOther() {
    Random random = new Random(11);
    CapacitySearch search = search(3);

    carryOut(search, rate -> rate + 60 * random.nextGaussian() <= 1000);

    assertThat(search.met().orElseThrow()).isBetween(800, 1200);
    int low = search.allMet().orElseThrow();
    int high = search.allMissed().orElseThrow();
    assertThat(low).isLessThan(1000);
    assertThat(high).isGreaterThan(1000);
    assertThat(search.tried(low).met()).isEqualTo(search.tried(low).tries()).isGreaterThan(2);
    assertThat(search.tried(high).met()).isZero();
    assertThat(search.tried(high).tries()).isGreaterThan(2);
  }

  @Test
  void theBracketIsTheEdgeWhereTriesAgree() {
    CapacitySearch search = search(3);

    carryOut(search, rate -> rate <= 100);

    assertThat(search.allMet()).isEqualTo(search.met());
    assertThat(search.allMissed()).isEqualTo(search.missed());
  }

  @Test
  void theBracketHoldsTheCapacityInMostNoisySearches() {
    int held = 0;
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      CapacitySearch search = search(3);
      carryOut(search, rate -> rate + 60 * random.nextGaussian() <= 1000);
      boolean below = search.allMet().isEmpty() || search.allMet().getAsInt() <= 1000;
      boolean above = search.allMissed().isEmpty() || search.allMissed().getAsInt() >= 1000;
      held += below && above ? 1 : 0;
    }
    assertThat(held).isGreaterThan(900);
  }

  private static CapacitySearch search(int repeats) {
    return new CapacitySearch(100, HIGHEST, 0.05, repeats);
  }

  private static void carryOut(CapacitySearch search, IntPredicate isMet) {
    int tries = 0;
    for (OptionalInt next = search.next(); next.isPresent(); next = search.next()) {
      search.add(next.getAsInt(), isMet.test(next.getAsInt()));
      assertThat(++tries).isLessThan(100);
    }
  }
}
