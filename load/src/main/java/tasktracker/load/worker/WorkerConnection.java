package tasktracker.load.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A way to talk to one worker. */
interface WorkerConnection extends AutoCloseable {
  /** Which worker it is, for messages. */
  String name();

  /** What the worker says. */
  InputStream input();

  /** What the worker is told. */
  OutputStream output();

  /** Whether the worker has the clock and the processors of this machine. */
  boolean isLocal();

  /**
   * Why the worker says nothing any more, when it should.
   *
   * @param failure that ended reading; null at the end of the stream
   */
  String whyLost(IOException failure);

  /** Breaks off at once. */
  void abort();

  /** Says goodbye; a worker that does not end by itself is aborted. */
  @Override
  void close();
}
