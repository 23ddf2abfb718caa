package tasktracker.experiments.stack.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.experiments.stack.Architecture;
import tasktracker.experiments.stack.ServiceSpec;

/**
 * The JDK's ahead-of-time caches: what a training run of a service loaded, linked and found hot
 * (JEP 483, 514, 515). A JVM that has one starts in half the CPU time and reaches its steady state
 * sooner. One cache for each jar and JDK, because a JVM may refuse to start from another's; a cache
 * older than any jar is out of date.
 */
final class AotCaches {
  /** The JVM's remarks on what it could not take from a cache are not for the log of a service. */
  private static final String QUIET = "-Xlog:aot*=off";

  private final Installation installation;

  AotCaches(Installation installation) {
    this.installation = installation;
  }

  /** Whether every service of the architecture has a cache that is up to date. */
  boolean completeFor(Architecture architecture) {
    return architecture.services().stream().allMatch(service -> upToDate(service.artifact()));
  }

  /** The flags that make a JVM use its cache, if there is one, or write it when it ends. */
  List<String> flags(String artifact, boolean training) {
    Path cache = file(artifact);
    if (training) {
      try {
        Files.createDirectories(cache.getParent());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return List.of("-XX:AOTCacheOutput=" + cache, QUIET);
    }
    return upToDate(artifact) ? List.of("-XX:AOTCache=" + cache, QUIET) : List.of();
  }

  /** Removes what a training that was cut short has left. */
  void forget(Architecture architecture) {
    for (ServiceSpec service : architecture.services()) {
      try {
        Files.deleteIfExists(file(service.artifact()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Path file(String artifact) {
    return installation.state().resolve("aot-" + Runtime.version()).resolve(artifact + ".aot");
  }

  private boolean upToDate(String artifact) {
    Path cache = file(artifact);
    try (Stream<Path> jars = Files.list(installation.jars())) {
      Optional<FileTime> newest = jars.map(AotCaches::lastModified).max(Comparator.naturalOrder());
      return Files.exists(cache)
          && newest.isPresent()
          && lastModified(cache).compareTo(newest.get()) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
