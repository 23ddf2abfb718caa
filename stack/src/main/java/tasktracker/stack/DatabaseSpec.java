package tasktracker.stack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server of an architecture.
 *
 * @param name name of the server, such as {@code tasktracker_user_db}
 * @param port the port it listens on
 * @param database name of the database in it, such as {@code user_db}
 * @param roles whose data it holds, such as {@code tasks}; see {@link ServiceSpec#roles}
 */
public record DatabaseSpec(String name, int port, String database, List<String> roles) {

  /** The role that services log in as, in every server. */
  public static final String USER = "tasktracker";

  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+(?:\\.\\d+)*)");

  /** The version in what {@code postgres --version} prints; empty where there is none. */
  public static Optional<String> version(String printed) {
    return VERSION.matcher(printed).results().findFirst().map(match -> match.group(1));
  }

  /** Copies the list, and takes an absent one as empty. */
  public DatabaseSpec {
    roles = roles == null ? List.of() : List.copyOf(roles);
  }
}
