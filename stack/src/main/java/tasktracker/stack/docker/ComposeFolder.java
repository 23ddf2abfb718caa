package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;

/**
 * The compose files of an architecture: those in {@code deploy/docker/<name>}.
 *
 * @param deploy the folder {@code deploy/docker}
 * @param architecture name of the architecture
 */
record ComposeFolder(Path deploy, String architecture) {
  private static final String SCALABLE = "docker-compose.scalable.yml";
  private static final String USUAL = "docker-compose.yml";
  private static final String LINKS = "docker-compose.links.yml";

  /** The folder of an architecture, which must be there. */
  static ComposeFolder of(Path deploy, Architecture architecture) {
    ComposeFolder folder = new ComposeFolder(deploy, architecture.name());
    if (!Files.exists(folder.path().resolve(USUAL))) {
      throw new UsageException(
          "%s has no compose file: write %s, or use --runtime embedded"
              .formatted(architecture.name(), folder.path().resolve(USUAL)));
    }
    return folder;
  }

  private Path path() {
    return deploy.resolve(architecture);
  }

  String project() {
    return projectOf(architecture);
  }

  /** The Compose project of the architecture of that name. */
  static String projectOf(String architecture) {
    return "tasktracker-" + architecture;
  }

  /** The project with all of its links led through a proxy. */
  Compose withLinks(Map<String, String> variables) {
    Path links = path().resolve(LINKS);
    if (!Files.exists(links)) {
      throw new UsageException(
          "latency in %s needs a proxy on its links: write %s, or use --runtime embedded"
              .formatted(architecture, links));
    }
    Compose plain = compose(variables);
    return new Compose(project(), List.of(plain.files().getFirst(), links), plain.environment());
  }

  /** The project with fresh secrets; those in {@code .env} are for stacks started by hand. */
  Compose compose(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("POSTGRES_PASSWORD", random());
    environment.put("JWT_SECRET", random());
    Path scalable = path().resolve(SCALABLE);
    Path file = Files.exists(scalable) ? scalable : path().resolve(USUAL);
    return new Compose(project(), List.of(file), environment);
  }

  /** A variable of the compose files: from this process, else from {@code .env}, else as usual. */
  String variable(String name, String usual) {
    String own = System.getenv(name);
    if (own != null && !own.isBlank()) {
      return own;
    }
    Path env = path().resolve(".env");
    try {
      return Files.exists(env)
          ? Files.readAllLines(env, UTF_8).stream()
              .filter(line -> line.startsWith(name + "="))
              .map(line -> line.substring(name.length() + 1).strip())
              .findFirst()
              .orElse(usual)
          : usual;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String random() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }
}
