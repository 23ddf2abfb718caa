package tasktracker.stack.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A service small enough for tests of stacks. {@code BEHAVIOUR} makes it {@code die} while starting
 * or stay {@code unhealthy}.
 */
public final class TinyService {
  private TinyService() {}

  public static void main(String[] arguments) throws IOException {
    String behaviour = System.getenv().getOrDefault("BEHAVIOUR", "healthy");
    if (behaviour.equals("die")) {
      System.out.println("the disk is on fire");
      System.exit(7);
    }
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/health",
        exchange -> exchange.sendResponseHeaders(behaviour.equals("unhealthy") ? 503 : 200, -1));
    server.createContext(
        "/environment",
        exchange -> {
          byte[] body =
              System.getenv().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** Puts this class into a jar that can be run, and returns the folder of the jar. */
  static Path packagedIn(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyService.class.getName());
    Files.createDirectories(folder);
    String entry = TinyService.class.getName().replace('.', '/') + ".class";
    try (var jar =
            new JarOutputStream(
                Files.newOutputStream(folder.resolve("tiny-service-1.0.jar")), manifest);
        var code = TinyService.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
    }
    return folder;
  }
}
