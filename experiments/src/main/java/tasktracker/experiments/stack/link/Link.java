package tasktracker.experiments.stack.link;

/**
 * Connections from one service to one instance of another, or to a database.
 *
 * @param caller name of the service that connects
 * @param instance name of the instance that is connected to
 * @param port where the proxy listens for the caller
 * @param targetPort where the instance listens
 */
public record Link(String caller, String instance, int port, int targetPort) {

  /** Reads what {@link #toString} wrote. */
  static Link parse(String text) {
    String[] part = text.split("[>:]");
    return new Link(part[0], part[1], Integer.parseInt(part[2]), Integer.parseInt(part[3]));
  }

  @Override
  public String toString() {
    return "%s>%s:%d:%d".formatted(caller, instance, port, targetPort);
  }
}
