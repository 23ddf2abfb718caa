package tasktracker.experiments.stack;

/**
 * A PostgreSQL server of an architecture.
 *
 * @param name name of the server, such as {@code tasktracker_user_db}
 * @param port the port it listens on
 * @param database name of the database in it, such as {@code user_db}
 */
public record DatabaseSpec(String name, int port, String database) {}
