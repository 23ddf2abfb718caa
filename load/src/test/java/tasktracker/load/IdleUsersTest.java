package tasktracker.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdleUsersTest {
  private final IdleUsers idle = new IdleUsers();

  @Test
  void theUserWhoWasBusyLastIsTakenFirst() {
    ArrivalPacer first = new ArrivalPacer(0, idle);
    ArrivalPacer second = new ArrivalPacer(0, idle);
    idle.add(first);
    idle.add(second);

    assertThat(idle.take()).isSameAs(second);
    assertThat(idle.take()).isSameAs(first);
    assertThat(idle.take()).isNull();
  }
}
