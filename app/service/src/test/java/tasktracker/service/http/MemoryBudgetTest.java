package tasktracker.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

  private final MemoryBudget budget = new MemoryBudget(1000);

  @Test
  void givesOutAllOfItAndNoByteMore() {
    assertThat(budget.tryReserve(600)).isTrue();
    assertThat(budget.tryReserve(401)).isFalse();
    assertThat(budget.tryReserve(400)).isTrue();
    assertThat(budget.tryReserve(1)).isFalse();
    budget.release(1);
    assertThat(budget.tryReserve(1)).isTrue();
    assertThat(budget.reserved()).isEqualTo(1000);
  }

  @Test
  void keepsAQuarterForSmallParts() {
    assertThat(budget.tryReserveForLarge(750)).isTrue();
    assertThat(budget.tryReserveForLarge(1)).isFalse();
    assertThat(budget.tryReserve(250)).isTrue();
  }
}
