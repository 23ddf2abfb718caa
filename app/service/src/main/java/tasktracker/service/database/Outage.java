package tasktracker.service.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;

/** Tells a database that is away from a statement that is wrong. */
final class Outage {

  /** Shut down by an administrator, crashed, starting up, out of connections. */
  private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

  /** The state of a failure to get through to the database. */
  static final String NO_CONNECTION = "08000";

  private static final String CONNECTION_CLASS = "08";

  private Outage() {}

  /** Tells whether a failure, or what caused it, is that the database cannot be reached. */
  static boolean isOutage(Throwable failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (it instanceof ConnectionException || it instanceof SQLTransientConnectionException) {
        return true;
      }
      if (it instanceof SQLException e && hasOutageState(e.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasOutageState(String state) {
    return state != null && (state.startsWith(CONNECTION_CLASS) || STATES.contains(state));
  }
}
