package tasktracker.stack.fault;

import java.util.List;

/**
 * A member of a stack that can be broken.
 *
 * @param name of the service or database
 * @param instances names of its instances, in the order of their numbers
 * @param callers names of the services that connect to it; {@link #USERS} where requests come from
 *     outside
 */
public record Breakable(String name, List<String> instances, List<String> callers) {
  /** The caller of the service that takes the requests from outside. */
  public static final String USERS = "users";

  /** Copies the lists. */
  public Breakable {
    instances = List.copyOf(instances);
    callers = List.copyOf(callers);
  }
}
