package tasktracker.stack.fault;

/**
 * What a look at the stack has shown.
 *
 * @param holds whether it was as expected
 * @param text what was seen, for people: {@code process 4711 is gone}
 */
public record Evidence(boolean holds, String text) {}
