package tasktracker.stack.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tasktracker.results.file.FileFailure;
import tasktracker.results.file.WritingProcess;
import tasktracker.stack.Architecture;
import tasktracker.stack.ServiceSpec;

/**
 * The JDK's ahead-of-time caches: what a training run of a service loaded, linked and found hot
 * (JEP 483, 514, 515). A JVM that has one starts in half the CPU time and reaches its steady state
 * sooner. One cache for each jar and JDK, because a JVM may refuse to start from another's; a cache
 * older than a jar of its class path is out of date.
 */
final class AotCaches {
  /** The JVM's remarks on what it could not take from a cache are not for the log of a service. */
  private static final String QUIET = "-Xlog:aot*=off";

  /** The JVM puts more files beside it. */
  private static final Pattern HALF = Pattern.compile(".*\\.(\\d{1,18})\\.half.*");

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
    if (training) {
      try {
        Files.createDirectories(folder());
      } catch (IOException e) {
        throw FileFailure.because("cannot write to " + folder(), e);
      }
      removeHalves();
      return List.of("-XX:AOTCacheOutput=" + half(artifact), QUIET);
    }
    return upToDate(artifact) ? List.of("-XX:AOTCache=" + file(artifact), QUIET) : List.of();
  }

  /** Takes over what the JVMs of an architecture, which have ended, wrote in this process' name. */
  void keep(Architecture architecture) {
    for (ServiceSpec service : architecture.services()) {
      Path half = half(service.artifact());
      try {
        if (Files.exists(half)) {
          Files.move(half, file(service.artifact()), ATOMIC_MOVE, REPLACE_EXISTING);
        }
      } catch (IOException e) {
        throw FileFailure.because("cannot keep the start-up cache " + half, e);
      }
    }
  }

  /** What labs that died have left half written; their process is in the name. */
  private void removeHalves() {
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.toList()) {
        Matcher name = HALF.matcher(file.getFileName().toString());
        if (name.matches() && !WritingProcess.isAlive(Long.parseLong(name.group(1)), file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      // Only room is lost: the next training tries again.
      return;
    }
  }

  private Path folder() {
    return installation.state().resolve("aot-" + Runtime.version());
  }

  private Path half(String artifact) {
    return folder().resolve(artifact + "." + ProcessHandle.current().pid() + ".half");
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
    return folder().resolve(artifact + ".aot");
  }

  private boolean upToDate(String artifact) {
    Path cache = file(artifact);
    return Files.exists(cache)
        && installation.classPath(artifact).stream()
            .allMatch(jar -> lastModified(cache).compareTo(lastModified(jar)) > 0);
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
