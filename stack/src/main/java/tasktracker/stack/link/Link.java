package tasktracker.stack.link;

/**
 * Connections from one service to one instance of another, or to a database.
 *
 * @param caller name of the service that connects
 * @param instance name of the instance that is connected to
 * @param port where the proxy listens for the caller
 * @param host where the instance is, as the proxy calls it; a name may stand for several addresses
 * @param targetPort where the instance listens
 */
public record Link(String caller, String instance, int port, String host, int targetPort) {
  private static final String LOOPBACK = "127.0.0.1";

  /** A link within this machine. */
  public static Link local(String caller, String instance, int port, int targetPort) {
    return new Link(caller, instance, port, LOOPBACK, targetPort);
  }

  /** Reads what {@link #toString} wrote. */
  public static Link parse(String text) {
    String[] part = text.split("[>:]");
    return new Link(
        part[0], part[1], Integer.parseInt(part[2]), part[3], Integer.parseInt(part[4]));
  }

  @Override
  public String toString() {
    return "%s>%s:%d:%s:%d".formatted(caller, instance, port, host, targetPort);
  }
}
