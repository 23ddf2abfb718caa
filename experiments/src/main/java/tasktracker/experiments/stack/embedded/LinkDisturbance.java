package tasktracker.experiments.stack.embedded;

import java.util.List;
import tasktracker.experiments.fault.Disconnect;
import tasktracker.experiments.fault.Disturbance;
import tasktracker.experiments.fault.Evidence;
import tasktracker.experiments.fault.Latency;
import tasktracker.experiments.fault.LinkFault;
import tasktracker.experiments.fault.Loss;
import tasktracker.experiments.stack.link.Impairment;
import tasktracker.experiments.stack.link.Link;
import tasktracker.experiments.stack.link.LinkProxy;

/** The proxy impairs links; small conversations through them show whether it does. */
final class LinkDisturbance implements Disturbance {
  private final Victims victims;
  private final LinkProxy proxy;
  private final LinkFault fault;
  private final List<Link> links;
  private final List<LinkProbe> probes;
  private boolean begun;

  LinkDisturbance(Victims victims, LinkProxy proxy, LinkFault fault, List<Link> links) {
    this.victims = victims;
    this.proxy = proxy;
    this.fault = fault;
    this.links = links;
    this.probes =
        links.stream()
            .map(link ->
                new LinkProbe(link, victims.members().named(link.instance()).instance().kind()))
            .toList();
  }

  @Override
  public void begin() {
    begun = true;
    proxy.impair(Impairment.of(fault), links);
  }

  @Override
  public Evidence verify() {
    return all(
        probes.stream()
            .map(probe ->
                switch (fault) {
                  case Latency latency -> probe.delayed(latency);
                  case Loss loss -> probe.lossy(loss);
                  case Disconnect _ -> probe.refused();
                })
            .toList());
  }

  @Override
  public void undo() {
    if (begun) {
      begun = false;
      proxy.impair(Impairment.NONE, links);
    }
  }

  @Override
  public Evidence verifyUndone() {
    return all(probes.stream().map(probe -> probe.sound(fault)).toList());
  }

  private static Evidence all(List<Evidence> each) {
    return new Evidence(
        each.stream().allMatch(Evidence::holds),
        String.join("; ", each.stream().map(Evidence::text).toList()));
  }

  @Override
  public boolean isReady() {
    return victims.areReady();
  }
}
