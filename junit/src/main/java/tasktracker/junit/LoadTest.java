package tasktracker.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test method that virtual users carry out over and over, all at the same time, and that fails
 * where an objective is missed.
 *
 * <pre>{@code
 * class ShopLoadTest {
 *   @LoadTarget static URI shop = URI.create("http://localhost:8080");
 *
 *   @LoadTest(users = 50, duration = "10s", slo = "p95<50ms")
 *   void browse(Session session) {
 *     session.get("/products").named("Browse").expect(200).send();
 *   }
 * }
 * }</pre>
 *
 * <p>The method takes the {@link tasktracker.load.scenario.Session} of the user that carries it
 * out. Users share the instance of the test class, so what the method changes there must be
 * thread-safe. An exception of the method fails the test; a failed request counts in the error
 * rate. The figures are published as a report entry of the test. A test in which the generator was
 * the bottleneck is aborted with the reason, for it says nothing of the system. Load tests run one
 * at a time.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ResourceLock("tasktracker.junit.load")
@ExtendWith(LoadTestExtension.class)
public @interface LoadTest {

  /** Virtual users; each has a connection of its own. */
  int users() default 10;

  /** Length of the measurement, such as {@code 10s} or {@code 1m30s}. */
  String duration() default "10s";

  /** Load before the measurement that counts in nothing. */
  String warmUp() default "2s";

  /** Pause of a user after each call of the method: {@code 100ms}, or {@code 50ms-150ms}. */
  String thinkTime() default "0";

  /**
   * Calls of the method that begin in each second, whether earlier ones have ended or not (an open
   * model, at most {@link #users} at once); 0 for users who wait for the answer (a closed model).
   */
  double rate() default 0;

  /**
   * Upper bounds that all must hold, such as {@code p95<50ms,error_rate<1%}, of one endpoint {@code
   * Browse: p99<1s}, in every window {@code p95<50ms every 10s}; several with semicolons.
   */
  String slo() default "error_rate<1%";

  /** URL of scheme, host and port, in place of a field that is marked {@link LoadTarget}. */
  String target() default "";

  /** Random seed. */
  long seed() default 1;
}
