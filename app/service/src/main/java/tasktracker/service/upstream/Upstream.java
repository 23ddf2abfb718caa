package tasktracker.service.upstream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Another service, made of one or more instances. A request goes to the one with fewer requests
 * outstanding of two that are chosen at random (Mitzenmacher, "The Power of Two Choices in
 * Randomized Load Balancing", 2001), over a pooled keep-alive connection. An instance that fails is
 * left out until it passes a health check; if all are out, requests go there all the same.
 *
 * <p>No request is sent twice: another instance is asked only while nothing has been sent.
 * Thread-safe; made for blocking calls on virtual threads.
 */
public final class Upstream implements AutoCloseable {

  private static final Duration LONGEST_SWEEP = Duration.ofMillis(100);
  private static final Duration LOOK_UP_EVERY = Duration.ofSeconds(1);

  private final String name;
  private final UpstreamSettings settings;
  private final Queue<Pool> leaving = new ConcurrentLinkedQueue<>();
  private volatile List<UpstreamInstance> instances = List.of();
  private volatile boolean closed;

  /**
   * Prepares calls; connects to nothing yet.
   *
   * @param name how failures name the service, e.g. {@code task-service}
   * @param baseUrls where its instances are, e.g. {@code http://127.0.0.1:8002}; every address of a
   *     host name is an instance, and names are looked up again every second
   * @throws IllegalArgumentException if a URL is no plain {@code http://host:port}
   */
  public Upstream(String name, List<URI> baseUrls, UpstreamSettings settings) {
    this(name, settings);
    setInstances(Addresses.of(baseUrls));
    if (Addresses.mayChange(baseUrls)) {
      follow(() -> Addresses.of(baseUrls));
    }
  }

  Upstream(String name, UpstreamSettings settings) {
    this.name = name;
    this.settings = settings;
    Thread.ofVirtual().name(name + " sweeper").start(this::sweep);
  }

  /** Takes over, every second, what a look-up of the instances gives. */
  void follow(Supplier<List<InetSocketAddress>> lookUp) {
    Thread.ofVirtual()
        .name(name + " look-up")
        .start(() -> {
          while (!closed) {
            LockSupport.parkNanos(LOOK_UP_EVERY.toNanos());
            takeOver(lookUp.get());
          }
        });
  }

  private synchronized void takeOver(List<InetSocketAddress> addresses) {
    if (!closed) {
      setInstances(addresses);
    }
  }

  /** The name of the service. */
  public String name() {
    return name;
  }

  /**
   * Replaces the list of instances. Those that stay keep their connections and figures, those that
   * go finish what is in use, those that join others are checked first.
   */
  public synchronized void setInstances(Collection<InetSocketAddress> addresses) {
    Map<InetSocketAddress, UpstreamInstance> known =
        instances.stream()
            .collect(Collectors.toMap(UpstreamInstance::address, Function.identity()));
    instances =
        addresses.stream()
            .distinct()
            .map(address -> known.containsKey(address) ? known.get(address) : newInstance(address))
            .toList();
    known.values().stream()
        .filter(instance -> !instances.contains(instance))
        .forEach(instance -> {
          instance.pool().retire();
          leaving.add(instance.pool());
        });
  }

  private UpstreamInstance newInstance(InetSocketAddress address) {
    UpstreamInstance instance = new UpstreamInstance(name, address, settings);
    if (!instances.isEmpty()) {
      instance.availability().joining();
    }
    return instance;
  }

  /**
   * Sends a request and waits for the head of its response. The caller closes the response.
   *
   * @throws UpstreamException if the service failed
   * @throws IOException as the stream of the request's body threw it
   */
  public UpstreamResponse send(UpstreamRequest request) throws IOException {
    List<UpstreamInstance> all = instances;
    UpstreamException.Unreachable failure = null;
    for (int attempt = 0; attempt < all.size(); attempt++) {
      UpstreamInstance instance = choose(all);
      if (instance == null) {
        if (failure != null) {
          break;
        }
        instance = dueSoonest(all);
      }
      try {
        return instance.call(request);
      } catch (UpstreamException.Unreachable e) {
        failure = e;
      }
    }
    throw failure != null
        ? failure
        : new UpstreamException.Unreachable(name, "it has no instance", null);
  }

  private static UpstreamInstance choose(List<UpstreamInstance> all) {
    int size = all.size();
    int first = size == 1 ? 0 : ThreadLocalRandom.current().nextInt(size);
    int second = size == 1 ? 0 : (first + 1 + ThreadLocalRandom.current().nextInt(size - 1)) % size;
    UpstreamInstance one = all.get(first);
    UpstreamInstance other = all.get(second);
    UpstreamInstance better = one.pool().inUse() <= other.pool().inUse() ? one : other;
    UpstreamInstance worse = better == one ? other : one;
    if (better.availability().isIn()) {
      return better;
    }
    if (worse.availability().isIn()) {
      return worse;
    }
    for (UpstreamInstance instance : all) {
      if (instance.availability().isIn()) {
        return instance;
      }
    }
    return null;
  }

  private static UpstreamInstance dueSoonest(List<UpstreamInstance> all) {
    UpstreamInstance soonest = all.getFirst();
    for (UpstreamInstance instance : all) {
      if (instance.availability().due() - soonest.availability().due() < 0) {
        soonest = instance;
      }
    }
    return soonest;
  }

  /** Whether an instance is at this place, written as the host's name or as its address. */
  public boolean hasInstanceAt(String host, int port) {
    return instances.stream().anyMatch(instance -> instance.isAt(host, port));
  }

  /** The connections of every instance now. */
  public List<InstanceFigures> figures() {
    return instances.stream().map(UpstreamInstance::figures).toList();
  }

  private void sweep() {
    try {
      while (!closed || !leaving.isEmpty()) {
        Thread.sleep(sweepEvery());
        long now = System.nanoTime();
        for (UpstreamInstance instance : instances) {
          instance.pool().sweep(now);
          instance.checkIfDue();
        }
        leaving.forEach(pool -> pool.sweep(now));
        leaving.removeIf(Pool::isEmpty);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Often enough for a timeout to be at most a tenth late. */
  private Duration sweepEvery() {
    Duration tenth = settings.responseTimeout().dividedBy(10);
    return tenth.compareTo(LONGEST_SWEEP) < 0 ? tenth : LONGEST_SWEEP;
  }

  /** Closes the pooled connections; what is in use finishes first. */
  @Override
  public synchronized void close() {
    setInstances(List.of());
    closed = true;
  }
}
