package tasktracker.stack;

/**
 * All processors of this machine, lent to a stack that is otherwise confined to some of them, or to
 * a share of their time. Closing it confines the stack again.
 */
public interface CpuLoan extends AutoCloseable {
  /** Nothing is lent: the stack is confined by nobody, or not by the lab. */
  CpuLoan NONE = () -> {};

  /**
   * Ends the loan.
   *
   * @throws tasktracker.error.EnvironmentException when the stack cannot be confined again
   */
  @Override
  void close();
}
