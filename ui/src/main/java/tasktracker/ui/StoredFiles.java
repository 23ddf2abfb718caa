package tasktracker.ui;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.results.live.LiveLog;
import tasktracker.ui.archive.ExperimentArchive;
import tasktracker.ui.archive.ExperimentFiles;
import tasktracker.ui.archive.LiveEnds;
import tasktracker.ui.refusal.RefusalException;
import tools.jackson.databind.JsonNode;

/** The files of experiments, and their plots, for a browser that must not trust them. */
final class StoredFiles {
  /** A page from a folder of results runs in a world of its own: it can ask this server nothing. */
  private static final String SANDBOX =
      "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline';"
          + " script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

  private static final int TAIL = 64 << 10;

  private final ExperimentArchive archive;
  private final Path plots;

  StoredFiles(ExperimentArchive archive, Path plots) {
    this.archive = archive;
    this.plots = plots;
  }

  /**
   * The files of an experiment, and then its plots, by the addresses at which they are; and how
   * many of its files are left out.
   */
  Map<String, Object> of(String name) {
    List<Map<String, Object>> files = new ArrayList<>();
    ExperimentFiles.Listing listing = ExperimentFiles.of(archive.folder(name));
    listing
        .entries()
        .forEach(
            file -> files.add(Map.of("kind", "file", "path", file.path(), "bytes", file.bytes())));
    drawn(name)
        .ifPresent(folder ->
            plotsIn(folder)
                .forEach(file ->
                    files.add(
                        Map.of(
                            "kind",
                            "plot",
                            "path",
                            folder + "/" + file.getFileName(),
                            "bytes",
                            file.toFile().length()))));
    return Map.of("files", files, "files_left_out", listing.leftOut());
  }

  private Optional<String> drawn(String name) {
    return ends(name).last("drawn").map(drawn -> drawn.path("plots").asString(""));
  }

  private LiveEnds ends(String name) {
    return LiveEnds.of(archive.folder(name).resolve(LiveLog.NAME), TAIL);
  }

  /** The process that writes the log of an experiment. */
  Optional<String> pid(String name) {
    return ends(name).last("started").map(started -> started.path("pid").asString(""));
  }

  private List<Path> plotsIn(String folder) {
    Path there = plots.resolve(folder.replaceAll("[^\\w-]", "_"));
    if (!Files.isDirectory(there, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(there)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".png"))
          .filter(ExperimentFiles::isOwn)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an experiment was asked to do; null where that cannot be read. */
  JsonNode config(String name) {
    JsonNode config = ExperimentFiles.json(archive.folder(name).resolve("config.json"));
    return config.isMissingNode() ? null : config;
  }

  void file(ServerRequest request, ServerResponse response) {
    Path folder = archive.folder(request.path().pathParameters().get("name"));
    send(ExperimentFiles.find(folder, request.path().pathParameters().get("path")), response);
  }

  void plot(ServerRequest request, ServerResponse response) {
    String wanted = request.path().pathParameters().get("file");
    Path file =
        plotsIn(request.path().pathParameters().get("folder")).stream()
            .filter(each -> each.getFileName().toString().equals(wanted))
            .findFirst()
            .orElseThrow(() -> RefusalException.missing("There is no plot of this name"));
    send(file, response);
  }

  private static void send(Path file, ServerResponse response) {
    String type = ExperimentFiles.type(file);
    response.header("Content-Security-Policy", SANDBOX);
    response.header(HeaderNames.CONTENT_TYPE, type);
    if (type.startsWith("application/")) {
      response.header("Content-Disposition", "attachment");
    }
    try (OutputStream out = response.outputStream()) {
      Files.copy(file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
