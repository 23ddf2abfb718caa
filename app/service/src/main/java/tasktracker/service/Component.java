package tasktracker.service;

/**
 * A part of a service. It may add routes, take time to get ready, have a health of its own and hold
 * resources. By default it does none of these.
 *
 * <p>A {@link Server} calls {@link #addRoutes} on every component, opens its port, calls {@link
 * #prepare} in the order of the components, serves, and calls {@link #close} in reverse order.
 */
public interface Component extends AutoCloseable {

  /** Adds the routes of this component. */
  default void addRoutes(Routes routes) {}

  /** Gets ready to serve, such as by migrating a database. The service is "starting" meanwhile. */
  default void prepare() {}

  /**
   * Tells whether this component can serve. Asked on every {@code GET /health}: must be cheap, and
   * must answer within a second. Called from several threads.
   */
  default boolean isHealthy() {
    return true;
  }

  /** Releases what this component holds. */
  @Override
  default void close() {}
}
