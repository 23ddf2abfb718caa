package tasktracker.service;

/**
 * Who a server is.
 *
 * @param name name of the service
 * @param named whether {@code GET /health} tells the name, as services of the split form do
 */
public record Identity(String name, boolean named) {

  /** Returns the identity of one service of several. */
  public static Identity service(String name) {
    return new Identity(name, true);
  }

  /** Returns the identity of an application in one process. */
  public static Identity application(String name) {
    return new Identity(name, false);
  }

  /** Returns the version of this build. */
  public String version() {
    String version = Identity.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
