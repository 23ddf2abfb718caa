package tasktracker.load.worker;

import java.net.InetSocketAddress;
import java.util.List;

/** Where the generators of a load test are. */
public sealed interface WorkerPlaces {

  /** Number of generators, 1 or more. */
  int count();

  /** Whether all of them share the processors of this machine. */
  boolean shareOneMachine();

  /**
   * Gets hold of one.
   *
   * @throws WorkerException when it cannot be had
   */
  WorkerConnection connect(int index);

  /** Processes of this machine, which live as long as the test. */
  record Here(int count) implements WorkerPlaces {
    @Override
    public boolean shareOneMachine() {
      return true;
    }

    @Override
    public WorkerConnection connect(int index) {
      return ChildProcess.start(index + 1);
    }
  }

  /**
   * Workers that listen somewhere.
   *
   * @param addresses of a worker each
   * @param token that they share with this coordinator
   */
  record Listening(List<InetSocketAddress> addresses, WorkerToken token) implements WorkerPlaces {
    /** Copies the addresses. */
    public Listening {
      addresses = List.copyOf(addresses);
    }

    @Override
    public int count() {
      return addresses.size();
    }

    @Override
    public boolean shareOneMachine() {
      return false;
    }

    @Override
    public WorkerConnection connect(int index) {
      return RemoteWorker.connect(addresses.get(index), token);
    }
  }
}
