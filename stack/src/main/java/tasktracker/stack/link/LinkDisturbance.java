package tasktracker.stack.link;

import java.util.List;
import java.util.function.BooleanSupplier;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Evidence;
import tasktracker.stack.fault.LinkFault;

/** The proxy impairs links; small conversations through them show whether it does. */
public final class LinkDisturbance implements Disturbance {
  private final LinkProxy proxy;
  private final Impairment impairment;
  private final List<LinkProbe> probes;
  private final BooleanSupplier ready;
  private boolean begun;

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
  }

  private List<Link> links() {
    return probes.stream().map(LinkProbe::link).toList();
  }

  @Override
  public void begin() {
    begun = true;
    proxy.impair(impairment, links());
  }

  @Override
  public Evidence verify() {
    return all(probes.stream().map(probe -> probe.impaired(impairment)).toList());
  }

  @Override
  public void undo() {
    if (begun) {
      begun = false;
      proxy.impair(Impairment.NONE, links());
    }
  }

  @Override
  public Evidence verifyUndone() {
    return all(probes.stream().map(probe -> probe.sound(impairment)).toList());
  }

  private static Evidence all(List<Evidence> each) {
    return new Evidence(
        each.stream().allMatch(Evidence::holds),
        String.join("; ", each.stream().map(Evidence::text).toList()));
  }

  @Override
  public boolean isReady() {
    return ready.getAsBoolean();
  }
}
