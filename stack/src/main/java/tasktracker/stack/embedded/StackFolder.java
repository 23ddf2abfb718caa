package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import tasktracker.error.EnvironmentException;
import tasktracker.results.file.FileFailure;

/**
 * The folder of one stack of processes in a checkout. Thread-safe; several processes of one
 * checkout take turns.
 *
 * @param installation of the checkout
 * @param stack name of the stack
 */
public record StackFolder(Installation installation, String stack) {

  /** The folder itself. */
  public Path path() {
    return installation.stack(stack);
  }

  /**
   * Does something while no other lab is at work in the folder.
   *
   * @throws EnvironmentException when it cannot be locked
   */
  public <T> T locked(Supplier<T> work) {
    try (FileChannel channel = lockFile(path());
        FileLock _ = channel.lock()) {
      return work.get();
    } catch (IOException e) {
      throw FileFailure.because("cannot lock " + path(), e);
    }
  }

  /** The file by which labs take turns in a folder, which is made where it is not there. */
  static FileChannel lockFile(Path folder) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /**
   * Checks that a stack can be started in the folder, which must be locked, and cleans what dead
   * labs left behind.
   *
   * @param name of the stack for messages
   * @param down how to take down one that was started to stay, as the end of a sentence
   * @throws EnvironmentException when it is up, or the limits of this process are too low
   */
  public void requireRoom(String name, String down) {
    ProcessLimits.ofThisProcess().require();
    requireDown(name, down);
    Leftovers.remove(path());
    Leftovers.ofDeadLabs(installation);
  }

  private void requireDown(String name, String down) {
    StackState.Content content = new StackState(path()).read().orElse(null);
    if (content == null
        || content.processes().stream().allMatch(process -> process.handle().isEmpty())) {
      return;
    }
    if (content.owner().isEmpty()) {
      throw new EnvironmentException("%s is up already: %s".formatted(name, down));
    }
    if (content.owner().get().alive()) {
      throw content.owner().get().refusal(name);
    }
  }
}
