package tasktracker.ui.job;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import tasktracker.results.ResultsFolder;
import tasktracker.ui.refusal.RefusalException;

/**
 * Starts experiments as processes of the launcher, one at a time; others wait their turn, also for
 * experiments that were started elsewhere. Thread-safe.
 */
public final class JobQueue implements AutoCloseable {
  private static final int MOST_QUEUED = 50;
  private static final int MOST_KEPT = 100;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final Duration PATIENCE_AT_END = Duration.ofMinutes(3);

  private final Path launcher;
  private final Path results;
  private final Predicate<String> isTaken;
  private final BooleanSupplier othersRun;
  private final List<StartedJob> jobs = new ArrayList<>();
  private final Thread starter;
  private long lastId;
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param isTaken whether there is a folder of this name among the results
   * @param othersRun whether an experiment runs that is none of these
   */
  public JobQueue(
      Path launcher, Path results, Predicate<String> isTaken, BooleanSupplier othersRun) {
    this.launcher = launcher;
    this.results = results;
    this.isTaken = isTaken;
    this.othersRun = othersRun;
    this.starter = Thread.ofVirtual().name("jobs").start(this::startInTurn);
  }

  /**
   * Lets a command wait for its turn; its results go to a new folder named after it and the time.
   *
   * @param words the command and its arguments
   */
  public synchronized Job submit(List<String> words) {
    requireRoom();
    LocalDateTime time = LocalDateTime.now(ZoneId.systemDefault());
    String kind = words.getFirst().replace('-', '_');
    String folder = kind + "_" + ResultsFolder.STAMP.format(time);
    while (isTaken(folder)) {
      time = time.plusSeconds(1);
      folder = kind + "_" + ResultsFolder.STAMP.format(time);
    }
    List<String> command = new ArrayList<>(words);
    command.add("--outdir=" + results.resolve(folder));
    return add(folder, command);
  }

  /** Lets an interrupted sweep go on in its folder. */
  public synchronized Job resume(String folder) {
    requireRoom();
    if (jobs.stream().anyMatch(job -> job.folder().equals(folder) && !job.isOver())) {
      throw RefusalException.conflict("It waits for its turn already");
    }
    return add(folder, List.of("sweep", "--resume=" + results.resolve(folder)));
  }

  private void requireRoom() {
    if (jobs.stream().filter(job -> job.is(Job.State.QUEUED)).count() >= MOST_QUEUED) {
      throw RefusalException.conflict("The queue is full");
    }
  }

  private Job add(String folder, List<String> command) {
    StartedJob job = new StartedJob(++lastId, folder, command, results.resolve(".jobs"));
    if (jobs.size() >= MOST_KEPT) {
      jobs.stream().filter(StartedJob::isOver).findFirst().ifPresent(jobs::remove);
    }
    jobs.add(job);
    notifyAll();
    return job.view();
  }

  private boolean isTaken(String folder) {
    return isTaken.test(folder) || jobs.stream().anyMatch(job -> job.folder().equals(folder));
  }

  /** All that are known, the oldest first. */
  public synchronized List<Job> list() {
    return jobs.stream().map(StartedJob::view).toList();
  }

  /** The latest of a folder. */
  public Optional<Job> of(String folder) {
    return list().reversed().stream().filter(job -> job.folder().equals(folder)).findFirst();
  }

  /**
   * Ends the job of a folder in good order, or takes it out of the queue.
   *
   * @return whether there is one that is not over
   */
  public synchronized boolean cancel(String folder) {
    Optional<StartedJob> found =
        jobs.reversed().stream()
            .filter(job -> job.folder().equals(folder) && !job.isOver())
            .findFirst();
    found.ifPresent(StartedJob::cancel);
    return found.isPresent();
  }

  private void startInTurn() {
    try {
      while (true) {
        StartedJob next = await();
        while (isBusy() && !next.isOver()) {
          Thread.sleep(LOOK_AGAIN);
        }
        if (next.start(launcher)) {
          next.await();
        }
      }
    } catch (InterruptedException e) {
      // The dashboard ends.
      return;
    }
  }

  /** Also where nobody can tell just now, such as while a folder is moved. */
  private boolean isBusy() {
    try {
      return othersRun.getAsBoolean();
    } catch (UncheckedIOException e) {
      return true;
    }
  }

  private synchronized StartedJob await() throws InterruptedException {
    while (true) {
      Optional<StartedJob> next = jobs.stream().filter(job -> job.is(Job.State.QUEUED)).findFirst();
      if (next.isPresent() && !closed) {
        return next.get();
      }
      wait();
    }
  }

  /** Ends the running job in good order, and waits for that; the others never begin. */
  @Override
  public void close() {
    List<StartedJob> open;
    synchronized (this) {
      closed = true;
      open = jobs.stream().filter(job -> !job.isOver()).toList();
    }
    open.forEach(StartedJob::cancel);
    starter.interrupt();
    long deadline = System.nanoTime() + PATIENCE_AT_END.toNanos();
    for (StartedJob job : open) {
      try {
        job.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
