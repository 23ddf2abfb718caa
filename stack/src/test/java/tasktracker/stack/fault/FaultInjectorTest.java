package tasktracker.stack.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;

/** The order of things, on a surface that notes what happens to it. */
class FaultInjectorTest {
  private static final Fault FAULT = new Pause(Duration.ofMillis(20));
  private static final FaultTarget TARGET = FaultTarget.of("service");

  private final List<String> events = new ArrayList<>();

  @Test
  void beginsVerifiesHoldsUndoesAndVerifiesAgain() throws Exception {
    Injection injection = injector(new Noted()).inject(FAULT, TARGET);

    assertThat(events).containsExactly("begin", "verify", "undo", "ready", "verify undone");
    assertThat(injection.verified()).isTrue();
    assertThat(injection.instances()).containsExactly("service", "service_2");
    assertThat(injection.requested()).isBeforeOrEqualTo(injection.effective().orElseThrow());
    assertThat(Duration.between(injection.effective().get(), injection.undone().orElseThrow()))
        .isGreaterThanOrEqualTo(FAULT.duration());
    assertThat(injection.ready().orElseThrow()).isAfterOrEqualTo(injection.undone().get());
  }

  @Test
  void undoesAtOnceWhatTookNoEffect() throws Exception {
    Fault endless = new Pause(Duration.ofHours(1));

    Injection injection =
        injector(
                new Noted() {
                  @Override
                  public Evidence verify() {
                    return new Evidence(false, "nothing happened");
                  }
                })
            .inject(endless, TARGET);

    assertThat(events).containsExactly("begin", "undo", "ready", "verify undone");
    assertThat(injection.verified()).isFalse();
    assertThat(injection.effective()).isEmpty();
    assertThat(injection.effect().text()).isEqualTo("nothing happened");
  }

  @Test
  void undoesWhatCouldNotBeBegun() throws Exception {
    Injection injection =
        injector(
                new Noted() {
                  @Override
                  public void begin() {
                    throw new EnvironmentException("it resists");
                  }
                })
            .inject(FAULT, TARGET);

    assertThat(events).startsWith("undo");
    assertThat(injection.verified()).isFalse();
    assertThat(injection.effect().text()).isEqualTo("it resists");
  }

  @Test
  void undoesWhateverGoesWrong() {
    assertThatThrownBy(() ->
            injector(
                    new Noted() {
                      @Override
                      public Evidence verify() {
                        throw new IllegalStateException("a mistake");
                      }
                    })
                .inject(FAULT, TARGET))
        .hasMessage("a mistake");

    assertThat(events).containsExactly("begin", "undo");
  }

  @Test
  void tellsWhatCouldNotBeUndone() throws Exception {
    Injection injection =
        injector(
                new Noted() {
                  @Override
                  public void undo() {
                    throw new EnvironmentException("it does not start");
                  }
                })
            .inject(FAULT, TARGET);

    assertThat(injection.undone()).isEmpty();
    assertThat(injection.verified()).isFalse();
    assertThat(injection.undoing().text()).isEqualTo("it does not start");
  }

  @Test
  void tellsThatNothingCouldBeSeenAfterwards() throws Exception {
    Injection injection =
        injector(
                new Noted() {
                  @Override
                  public Evidence verifyUndone() {
                    throw new EnvironmentException("the engine does not answer");
                  }

                  @Override
                  public boolean isReady() {
                    throw new EnvironmentException("the engine does not answer");
                  }
                })
            .inject(FAULT, TARGET);

    assertThat(injection.undone()).isPresent();
    assertThat(injection.ready()).isEmpty();
    assertThat(injection.undoing()).isEqualTo(new Evidence(false, "the engine does not answer"));
  }

  @Test
  void givesUpWaitingForHealth() throws Exception {
    Injection injection =
        injector(
                new Noted() {
                  @Override
                  public boolean isReady() {
                    return false;
                  }
                })
            .inject(FAULT, TARGET);

    assertThat(injection.verified()).isTrue();
    assertThat(injection.ready()).isEmpty();
  }

  @Test
  void beginsNothingForAnUnknownTarget() {
    assertThatThrownBy(() -> injector(new Noted()).inject(FAULT, FaultTarget.of("servcie")))
        .isInstanceOf(UsageException.class)
        .hasMessage("small has no service or database 'servcie': use service");
    assertThatThrownBy(() -> TARGET.withInstance("0"))
        .isInstanceOf(UsageException.class)
        .hasMessage("unknown instance '0': use a number from 1, or all");

    assertThat(events).isEmpty();
  }

  private FaultInjector injector(Disturbance disturbance) {
    FaultSurface surface =
        new FaultSurface() {
          @Override
          public Breakables breakables() {
            Breakable service =
                new Breakable("service", List.of("service", "service_2"), List.of("users"));
            return new Breakables("small", List.of(service));
          }

          @Override
          public Disturbance disturbance(Fault fault, FaultTarget target) {
            return disturbance;
          }
        };
    return new FaultInjector(surface, InstantSource.system(), Duration.ofMillis(50));
  }

  private class Noted implements Disturbance {
    @Override
    public void begin() throws InterruptedException {
      events.add("begin");
    }

    @Override
    public Evidence verify() {
      events.add("verify");
      return new Evidence(true, "seen");
    }

    @Override
    public void undo() {
      events.add("undo");
    }

    @Override
    public Evidence verifyUndone() {
      events.add("verify undone");
      return new Evidence(true, "gone");
    }

    @Override
    public boolean isReady() {
      events.add("ready");
      return true;
    }
  }
}
