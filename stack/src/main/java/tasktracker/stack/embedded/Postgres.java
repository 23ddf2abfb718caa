package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.error.EnvironmentException;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.CpuSet;
import tasktracker.stack.DatabaseSpec;

/**
 * PostgreSQL of this checkout: programs unpacked once, and for every database name one initialised
 * data folder to copy from, which makes a fresh server cheap. The password is generated with it and
 * never leaves the checkout. Durability is PostgreSQL's default: a commit is on disk before it is
 * acknowledged.
 */
final class Postgres {
  static final String USER = DatabaseSpec.USER;

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=200",
          "shared_buffers=128MB",
          // The usual minute would let deleted rows pile up and then go: a sawtooth in every
          // series.
          "autovacuum_naptime=2s",
          "timezone=UTC",
          "log_min_messages=warning",
          "log_line_prefix=%m [%p] ");

  private final PostgresBinaries binaries;
  private final ChildProcesses children;

  private Postgres(PostgresBinaries binaries, ChildProcesses children) {
    this.binaries = binaries;
    this.children = children;
  }

  static Postgres of(Installation installation, ChildProcesses children) {
    requireUserNamespaceForRoot();
    PostgresBinaries binaries = PostgresBinaries.unpackedBelow(installation.state());
    MadeFolder.removeHalves(binaries.folder());
    return new Postgres(binaries, children);
  }

  /**
   * Puts an empty database into the folder, which must not exist yet.
   *
   * @return the password of its user
   */
  String prepare(DatabaseSpec database, Path data) {
    Path template = template(database.database());
    try {
      Files.createDirectories(data.getParent());
      FileTree.copy(template.resolve("data"), data);
      return Files.readString(template.resolve("password"), UTF_8).strip();
    } catch (IOException e) {
      throw FileFailure.because(
          "cannot prepare database %s in %s".formatted(database.name(), data), e);
    }
  }

  /** Starts a server on the data in a folder, which outlive it. */
  Process start(Path data, int port, Path log, Optional<CpuSet> cpus) {
    List<String> command = new ArrayList<>(CommandPrefix.ownSession());
    command.addAll(CommandPrefix.pinned(cpus));
    command.addAll(CommandPrefix.notRoot());
    command.addAll(children.prefix(Signal.QUIT));
    command.addAll(
        List.of(binaries.program("postgres"), "-D", data.toString(), "-p", String.valueOf(port)));
    for (String setting : SETTINGS) {
      command.add("-c");
      command.add(setting);
    }
    try {
      return children.start(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    } catch (IOException e) {
      throw FileFailure.because("cannot start PostgreSQL", e);
    }
  }

  private Path template(String database) {
    try {
      return MadeFolder.in(
          binaries.folder(), "template-" + database, target -> initialise(target, database));
    } catch (IOException e) {
      throw FileFailure.because("cannot initialise PostgreSQL in " + binaries.folder(), e);
    }
  }

  private void initialise(Path target, String database) throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Path password =
        Files.createFile(
            target.resolve("password"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, HexFormat.of().formatHex(secret), UTF_8);
    String data = target.resolve("data").toString();
    run(
        target,
        "",
        Stream.of(
            binaries.program("initdb"),
            "--pgdata=" + data,
            "--username=" + USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--no-sync"));
    run(
        target,
        "CREATE DATABASE " + database + "\n",
        Stream.of(binaries.program("postgres"), "--single", "-D", data, "postgres"));
  }

  private static void run(Path folder, String input, Stream<String> command) throws IOException {
    ChildProcesses own = new ChildProcesses(StackMark.of(folder), false);
    List<String> whole = new ArrayList<>(CommandPrefix.notRoot());
    whole.addAll(own.prefix(Signal.KILL));
    command.forEach(whole::add);
    Process process = own.start(new ProcessBuilder(whole).redirectErrorStream(true));
    try (var pipe = process.outputWriter(UTF_8)) {
      pipe.write(input);
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException("exit code " + status + "\n" + output.strip());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void requireUserNamespaceForRoot() {
    if (CommandPrefix.notRoot().isEmpty()) {
      return;
    }
    try {
      run(Path.of(""), "", Stream.of("true"));
    } catch (IOException e) {
      throw new EnvironmentException(
          "PostgreSQL refuses to run as root, and 'unshare -U' does not work on this machine:"
              + " run as an ordinary user",
          e);
    }
  }
}
