package tasktracker.stack.resource;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tasktracker.results.CpuSpeed;

/**
 * Watches how fast the processors of a stack are. A neighbour on the same core, a hypervisor or a
 * clock rate can halve what a microsecond of CPU time is worth, and no counter tells. A thread on
 * these processors does a little fixed work in registers several times a second, and looks at its
 * own CPU time, which leaves out what it waits for its turn. It takes about 0.3 % of a processor.
 *
 * <p>Needs {@code taskset} and {@code /proc}. One use: {@link #start}, then {@link #stop} or {@link
 * #close}, from any thread.
 */
public final class CpuSpeedWatch implements AutoCloseable {
  private static final Path OWN_THREAD = Path.of("/proc/thread-self");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int ROUNDS = 60_000;

  /** Until the compiler has made of the work what it will stay. */
  private static final Duration PRACTICE = Duration.ofMillis(300);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String cpus;
  private final List<Double> looks = new ArrayList<>();
  private final Thread thread;
  private volatile boolean recording;
  private volatile long result;

  /**
   * A watch that begins to practise.
   *
   * @param cpus the processors as {@code taskset -c} takes them, such as {@code 1,2}
   */
  public CpuSpeedWatch(String cpus) {
    this.cpus = cpus;
    this.thread = Thread.ofPlatform().daemon().name("cpu-speed").start(this::run);
  }

  /** What is seen from now on counts. */
  public void start() {
    recording = true;
  }

  /** Ends it. Returns what it saw; empty where the thread could not be put on the processors. */
  public Optional<CpuSpeed> stop() {
    close();
    synchronized (looks) {
      var all = looks.stream().mapToDouble(Double::doubleValue).summaryStatistics();
      return looks.isEmpty()
          ? Optional.empty()
          : Optional.of(new CpuSpeed(all.getAverage(), all.getMin(), all.getMax()));
    }
  }

  private void run() {
    long end = System.nanoTime() + PRACTICE.toNanos();
    while (System.nanoTime() - end < 0) {
      look();
    }
    if (!isMoved()) {
      return;
    }
    while (!Thread.currentThread().isInterrupted()) {
      double speed = look();
      synchronized (looks) {
        if (recording && Double.isFinite(speed)) {
          looks.add(speed);
        }
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private double look() {
    long before = THREADS.getCurrentThreadCpuTime();
    result = work(result + 1);
    return 1e3 * ROUNDS / (THREADS.getCurrentThreadCpuTime() - before);
  }

  /**
   * Four independent generators (Marsaglia, "Xorshift RNGs", 2003) keep all units of a core busy.
   */
  private static long work(long seed) {
    long a = seed;
    long b = seed + 0x9E3779B97F4A7C15L;
    long c = seed + 0x2545F4914F6CDD1DL;
    long d = seed + 0x5851F42D4C957F2DL;
    for (int i = 0; i < ROUNDS; i++) {
      a = next(a);
      b = next(b);
      c = next(c);
      d = next(d);
    }
    return a ^ b ^ c ^ d;
  }

  private static long next(long state) {
    long x = state ^ (state << 13);
    x ^= x >>> 7;
    return x ^ (x << 17);
  }

  private boolean isMoved() {
    try {
      String id = Files.readSymbolicLink(OWN_THREAD).getFileName().toString();
      return Taskset.run("-c", "-p", cpus, id);
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it without a result. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
