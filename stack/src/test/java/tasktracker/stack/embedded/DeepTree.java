package tasktracker.stack.embedded;

import java.io.IOException;

/**
 * A process whose grandchild keeps a processor busy. A JVM runs {@code main} in a thread other than
 * its first, so the child belongs to that one.
 */
public final class DeepTree {
  static final int PROCESSES = 3;

  private DeepTree() {}

  public static void main(String[] arguments) throws IOException {
    new ProcessBuilder("sh", "-c", "sh -c 'while :; do :; done' & wait").start().onExit().join();
  }
}
