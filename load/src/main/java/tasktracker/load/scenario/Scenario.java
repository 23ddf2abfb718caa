package tasktracker.load.scenario;

import java.util.Optional;
import java.util.function.Function;
import tasktracker.load.model.ThinkTime;

/**
 * What the users of a load test do. One scenario serves many runs and users at the same time and so
 * has no state of its own; the state of a user is in its {@link VirtualUser}.
 *
 * <pre>{@code
 * Scenario shop = Scenario.of("shop", context -> new Shopper());
 * }</pre>
 */
public interface Scenario {

  /** Name for results and charts. */
  String name();

  /** Makes the behaviour of one user, before set-up. May be called from several threads. */
  VirtualUser newUser(UserContext context);

  /** The pause after each task where nobody asks for another one; empty where it has none. */
  default Optional<ThinkTime> thinkTime() {
    return Optional.empty();
  }

  /** A scenario made of a name and a constructor of users. */
  static Scenario of(String name, Function<UserContext, VirtualUser> users) {
    return new Scenario() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public VirtualUser newUser(UserContext context) {
        return users.apply(context);
      }
    };
  }
}
