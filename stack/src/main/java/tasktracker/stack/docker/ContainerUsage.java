package tasktracker.stack.docker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tasktracker.error.EnvironmentException;
import tasktracker.results.Resources;
import tasktracker.stack.resource.Usage;
import tasktracker.stack.resource.UsageSource;
import tasktracker.stack.resource.container.Cgroup;

/**
 * What containers have used: from the files of their control groups where this machine shows them,
 * else from the Engine API. Where userland proxies carry the published ports, what they use counts
 * as an instance of its own.
 */
final class ContainerUsage implements UsageSource {
  private final List<Container> containers;
  private final Optional<EngineApi> engine;
  private final Optional<UserlandProxy> proxy;
  private final Map<String, Cgroup> groups = new ConcurrentHashMap<>();

  private ContainerUsage(
      List<Container> containers, Optional<EngineApi> engine, Optional<UserlandProxy> proxy) {
    this.containers = containers;
    this.engine = engine;
    this.proxy = proxy;
  }

  static ContainerUsage of(List<Container> containers) {
    return of(containers, EngineApi.ofCurrentContext());
  }

  static ContainerUsage of(List<Container> containers, Optional<EngineApi> engine) {
    return new ContainerUsage(containers, engine, UserlandProxy.before(containers));
  }

  @Override
  public List<String> instances() {
    return Stream.concat(
            containers.stream().map(Container::instance),
            proxy.stream().map(_ -> Resources.USERLAND_PROXY))
        .toList();
  }

  @Override
  public Map<String, Usage> read() {
    Map<String, Usage> usages = new LinkedHashMap<>();
    List<Thread> slow = new ArrayList<>();
    Map<String, Usage> answers = new ConcurrentHashMap<>();
    for (Container container : containers) {
      Optional<Usage> fast = fromFiles(container);
      if (fast.isPresent()) {
        usages.put(container.instance(), fast.get());
      } else {
        // One after the other would add up their seconds.
        slow.add(
            Thread.startVirtualThread(() ->
                fromElsewhere(container)
                    .ifPresent(usage -> answers.put(container.instance(), usage))));
      }
    }
    slow.forEach(ContainerUsage::join);
    usages.putAll(answers);
    proxy
        .flatMap(UserlandProxy::read)
        .ifPresent(usage -> usages.put(Resources.USERLAND_PROXY, usage));
    return usages;
  }

  private Optional<Usage> fromFiles(Container container) {
    Cgroup known = groups.get(container.id());
    if (known == null && container.pid() > 0) {
      known = Cgroup.of(container.pid(), container.id()).orElse(null);
    }
    Optional<Usage> usage = Optional.ofNullable(known).flatMap(Cgroup::read);
    if (usage.isPresent()) {
      groups.put(container.id(), known);
    } else {
      groups.remove(container.id());
    }
    return usage;
  }

  /** Of a container that was started anew, or whose files this machine does not show. */
  private Optional<Usage> fromElsewhere(Container container) {
    try {
      Container now = container.refreshed();
      if (!now.running()) {
        return Optional.empty();
      }
      Optional<Usage> restarted = fromFiles(now);
      return restarted.isPresent() || engine.isEmpty()
          ? restarted
          : Optional.of(EngineStatistics.parse(engine.get().statistics(container.id())));
    } catch (IOException | EnvironmentException e) {
      // It went away between two questions.
      return Optional.empty();
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
