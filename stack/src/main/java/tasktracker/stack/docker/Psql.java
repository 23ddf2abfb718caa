package tasktracker.stack.docker;

import java.util.ArrayList;
import java.util.List;
import tasktracker.stack.DatabaseSpec;

/**
 * PostgreSQL's own client inside of a container of a database: it needs no published port, and
 * takes the password from the variable that the server got it by.
 *
 * @param container id of the container
 * @param database name of the database in its server
 */
record Psql(String container, String database) {
  /** Images differ in whether they trust a local connection. */
  private static final String WITH_PASSWORD = "PGPASSWORD=\"$POSTGRES_PASSWORD\" exec psql \"$@\"";

  /** Arguments of {@code docker} that run these statements, each a transaction of its own. */
  String[] execute(List<String> statements) {
    List<String> arguments =
        new ArrayList<>(List.of("exec", container, "sh", "-c", WITH_PASSWORD, "psql"));
    // Without the settings of a person, quietly, and no statement after one that failed.
    arguments.addAll(List.of("-X", "-q", "-v", "ON_ERROR_STOP=1"));
    arguments.addAll(List.of("-U", DatabaseSpec.USER, "-d", database));
    for (String statement : statements) {
      arguments.addAll(List.of("-c", statement));
    }
    return arguments.toArray(String[]::new);
  }
}
