package tasktracker.stack.link;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Evidence;
import tasktracker.stack.fault.LinkFault;

/** The proxy impairs links; small conversations through them show whether it does. */
public final class LinkDisturbance implements Disturbance {
  private final LinkProxy proxy;
  private final Impairment impairment;
  private final List<LinkProbe> probes;
  private final BooleanSupplier ready;
  private final Duration duration;
  private boolean begun;
  private long deadline;

  /**
   * A fault that has not begun.
   *
   * @param probes the links that it hits, and how to see that
   * @param ready whether what is behind them says that it is healthy
   */
  public LinkDisturbance(
      LinkProxy proxy, LinkFault fault, List<LinkProbe> probes, BooleanSupplier ready) {
    this.proxy = proxy;
    this.impairment = Impairment.of(fault);
    this.probes = probes;
    this.ready = ready;
    this.duration = fault.duration();
  }

  private List<Link> links() {
    return probes.stream().map(LinkProbe::link).toList();
  }

  @Override
  public void begin() {
    begun = true;
    proxy.impair(impairment, links());
    deadline = System.nanoTime() + duration.toNanos();
  }

  /** Does not take longer than the fault. */
  @Override
  public Evidence verify() throws InterruptedException {
    return all(probe -> probe.impaired(impairment, deadline));
  }

  @Override
  public void undo() {
    if (begun) {
      begun = false;
      proxy.impair(Impairment.NONE, links());
    }
  }

  @Override
  public Evidence verifyUndone() throws InterruptedException {
    return all(probe -> probe.sound(impairment));
  }

  /** All links at once, or those of many instances would take long. */
  private Evidence all(Function<LinkProbe, Evidence> look) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Evidence>> looks =
          probes.stream().<Callable<Evidence>>map(probe -> () -> look.apply(probe)).toList();
      List<Evidence> each = threads.invokeAll(looks).stream().map(Future::resultNow).toList();
      return new Evidence(
          each.stream().allMatch(Evidence::holds),
          String.join("; ", each.stream().map(Evidence::text).toList()));
    }
  }

  @Override
  public boolean isReady() {
    return ready.getAsBoolean();
  }
}
