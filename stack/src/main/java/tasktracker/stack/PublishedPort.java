package tasktracker.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A port of this machine that a container publishes: the engine listens there in its name, and to
 * stop the engine would be the wrong advice.
 *
 * @param port the port
 */
public record PublishedPort(int port) {
  /** Programs of container engines that listen for containers. */
  private static final Set<String> ENGINES =
      Set.of(
          "dockerd",
          "docker-proxy",
          "com.docker.backend",
          "vpnkit",
          "rootlesskit",
          "rootlessport",
          "conmon",
          "podman",
          "gvproxy",
          "slirp4netns",
          "pasta",
          "pasta.avx2");

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Whether a container may be behind it: its owner is an engine, or not to be found out. */
  static boolean mayBe(Optional<PortOwner.Holder> owner) {
    return owner.map(PublishedPort::isEngine).orElse(true);
  }

  /** Whether a process listens for containers. */
  public static boolean isEngine(PortOwner.Holder owner) {
    return ENGINES.contains(owner.program());
  }

  /**
   * What is in the way and what to do, as the end of a sentence; empty where no engine knows of a
   * container at this port.
   */
  Optional<String> explanation() {
    return Stream.of("docker", "podman")
        .flatMap(engine -> containers(engine).stream().map(names -> explain(engine, names)))
        .findFirst();
  }

  private static String explain(String engine, String names) {
    return "published by container %s: stop it with '%s stop %s', or measure what runs there with"
            .formatted(names.replace(" ", ", "), engine, names)
        + " --runtime external (--base-url-monolith, --base-url-micro)";
  }

  /** Names, with blanks between them. */
  private Optional<String> containers(String engine) {
    try {
      Process ps =
          new ProcessBuilder(
                  List.of(engine, "ps", "--filter", "publish=" + port, "--format", "{{.Names}}"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // An engine that is far away or stuck must not hold up the message.
      if (!ps.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        ps.destroyForcibly();
        return Optional.empty();
      }
      String names = new String(ps.getInputStream().readAllBytes(), UTF_8).strip();
      return ps.exitValue() == 0 && !names.isEmpty()
          ? Optional.of(String.join(" ", names.lines().toList()))
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
