package tasktracker.experiments;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.error.EnvironmentException;
import tasktracker.experiments.definition.GeneratorDefinition;
import tasktracker.load.recording.ForeignRecorder.Span;
import tasktracker.load.watch.Validity;
import tasktracker.results.Resources;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.file.FileFailure;
import tasktracker.results.foreign.ForeignFormat;
import tasktracker.results.foreign.ForeignMeasurement;
import tasktracker.results.foreign.ForeignRecords;
import tasktracker.results.foreign.ReadingProgress;
import tasktracker.stack.resource.ResourceSampler;

/**
 * One run whose load another generator makes. Where its files tell when each request was, it runs
 * once, for warm-up and measurement, and what was before the measurement is cut off; where they
 * hold sums alone, it runs twice, and the first time is the warm-up. For one thread.
 *
 * @param target where the system answers
 * @param folder of the run
 * @param warmup least time of load before the measurement
 * @param duration length of the measurement
 * @param listener is told how it goes on
 */
record ExternalRun(
    GeneratorDefinition generator,
    RunName run,
    URI target,
    Path folder,
    Duration warmup,
    Duration duration,
    long seed,
    PhaseListener listener) {

  /** Is told once a second how long a phase of the load still takes. */
  @FunctionalInterface
  interface PhaseListener {
    void left(String phase, long seconds);
  }

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  /** A generator of a second's precision need not have had a request in the first and last. */
  private static final long TOLERATED_SECONDS = 2;

  private static final double TOLERATED_SHARE = 0.1;

  /**
   * Carries it out.
   *
   * @param sampler samples the system while it is measured, if it can be
   * @return what was measured; INVALID where the generator did not do what was asked for
   * @throws EnvironmentException when there is nothing that could count
   * @throws InterruptedException when this thread is interrupted; the generator has ended then
   */
  RunResult carryOut(Optional<ResourceSampler> sampler) throws InterruptedException {
    ForeignFormat format = generator.format();
    removeLeftovers();
    List<String> objections = new ArrayList<>();
    Optional<Span> window = format.canBeCut() ? Optional.of(window()) : Optional.empty();
    Optional<Resources> resources =
        window.isPresent()
            ? runOnce(window.get(), sampler, objections)
            : runTwice(sampler, objections);
    ForeignRecords records = records();
    Span measured = window.orElseGet(records::span);
    objections.addAll(objections(records, measured));
    ForeignMeasurement measurement = records.part(measured);
    if (measurement.figures().hasNoRequests()) {
      objections.add("%s sent no request in the measurement".formatted(format.generator()));
      throw new EnvironmentException(String.join("; ", objections));
    }
    ForeignRun foreign = new ForeignRun(run, format, measurement, warmup, resources);
    foreign.writeFiles(folder);
    RunResult result = foreign.toResult();
    return objections.isEmpty()
        ? result
        : result.plus(Map.of("validity", Validity.INVALID, "validity_reasons", objections));
  }

  private Span window() {
    long begin = Instant.now().plus(warmup).getEpochSecond() + 1;
    return new Span(begin, begin + duration.toSeconds());
  }

  private Optional<Resources> runOnce(
      Span window, Optional<ResourceSampler> sampler, List<String> objections)
      throws InterruptedException {
    String output = generator.format().outputName();
    try (LoggedProcess process = start(output, warmup.plus(duration).plusSeconds(1))) {
      await(process, Instant.ofEpochSecond(window.from()), "warm-up");
      Optional<Resources> resources =
          sampled(sampler, process, Instant.ofEpochSecond(window.until()));
      end(process, output, objections);
      return resources;
    }
  }

  private Optional<Resources> runTwice(Optional<ResourceSampler> sampler, List<String> objections)
      throws InterruptedException {
    if (warmup.isPositive()) {
      try (LoggedProcess process = start("warmup", warmup)) {
        awaitOutput(process, "warmup");
        await(process, Instant.now().plus(warmup), "warm-up");
        end(process, "warmup", new ArrayList<>());
      }
    }
    String output = generator.format().outputName();
    try (LoggedProcess process = start(output, duration)) {
      awaitOutput(process, output);
      Optional<Resources> resources = sampled(sampler, process, Instant.now().plus(duration));
      end(process, output, objections);
      return resources;
    }
  }

  private LoggedProcess start(String output, Duration length) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(GeneratorDefinition.OUT, folder.resolve(output).toAbsolutePath().toString());
    values.put("url", target.toString().replaceFirst("/$", ""));
    values.put("host", target.getHost());
    values.put("port", String.valueOf(port()));
    values.put("users", String.valueOf(run.concurrency()));
    values.put("duration", seconds(length) + "s");
    values.put("duration_s", String.valueOf(seconds(length)));
    values.put("warmup", seconds(warmup) + "s");
    values.put("warmup_s", String.valueOf(seconds(warmup)));
    values.put("seed", String.valueOf(seed));
    String name = generator.format().generator();
    List<String> command = generator.filled(values);
    try {
      return LoggedProcess.start(
          name,
          command,
          generator.folder(),
          generator.environment(),
          folder.resolve("generator.log"));
    } catch (IOException e) {
      throw FileFailure.because(name + " (" + command.getFirst() + ") cannot be started", e);
    }
  }

  private int port() {
    return target.getPort() > 0 ? target.getPort() : "https".equals(target.getScheme()) ? 443 : 80;
  }

  private static long seconds(Duration time) {
    return Math.max(1, time.plusMillis(999).toSeconds());
  }

  private Optional<Resources> sampled(
      Optional<ResourceSampler> sampler, LoggedProcess process, Instant until)
      throws InterruptedException {
    sampler.ifPresent(ResourceSampler::start);
    try {
      await(process, until, "measurement");
    } catch (InterruptedException e) {
      sampler.ifPresent(ResourceSampler::stop);
      throw e;
    }
    return sampler.map(ResourceSampler::stop);
  }

  private void await(LoggedProcess process, Instant until, String phase)
      throws InterruptedException {
    long shown = Long.MIN_VALUE;
    for (Instant now = Instant.now(); now.isBefore(until); now = Instant.now()) {
      if (!process.isAlive()) {
        return;
      }
      long left = Duration.between(now, until).toSeconds();
      if (left != shown) {
        listener.left(phase, left + 1);
        shown = left;
      }
      Thread.sleep(Duration.between(now, until).compareTo(LOOK) < 0 ? Duration.ofMillis(1) : LOOK);
    }
  }

  /** Until it has begun to write. */
  private void awaitOutput(LoggedProcess process, String output) throws InterruptedException {
    Path file = output(output);
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!Files.exists(file) && process.isAlive()) {
      if (Instant.now().isAfter(limit)) {
        throw process.failure(
            "wrote no %s within %d s".formatted(file.getFileName(), START_LIMIT.toSeconds()));
      }
      Thread.sleep(LOOK);
    }
  }

  /** Without its file there is nothing; with another exit code the file does not count. */
  private void end(LoggedProcess process, String output, List<String> objections)
      throws InterruptedException {
    int code =
        process
            .await(generator.grace())
            .orElseThrow(() ->
                process.failure(
                    "still ran %d s after its load should have ended"
                        .formatted(generator.grace().toSeconds())));
    Path file = output(output);
    boolean anything = Files.exists(file) || Files.exists(packed(file));
    if (code != 0 && !anything) {
      throw process.failure("ended with exit code " + code + " and wrote no file");
    }
    if (!anything) {
      throw process.failure(
          "ended and wrote no file %s: does its command have {out} in the right place?"
              .formatted(file));
    }
    if (code != 0) {
      objections.add(
          "%s ended with exit code %d, see %s"
              .formatted(generator.format().generator(), code, folder.resolve("generator.log")));
    }
  }

  private Path output(String told) {
    return generator.format().output(folder.resolve(told));
  }

  private static Path packed(Path file) {
    return file.resolveSibling(file.getFileName() + ".gz");
  }

  private ForeignRecords records() {
    Path file = output(generator.format().outputName());
    return generator.format().read(Files.exists(file) ? file : packed(file), ReadingProgress.NONE);
  }

  private List<String> objections(ForeignRecords records, Span measured) {
    String name = generator.format().generator();
    List<String> objections = new ArrayList<>();
    long tolerated =
        Math.max(TOLERATED_SECONDS, Math.round(TOLERATED_SHARE * duration.toSeconds()));
    long late = records.span().from() - measured.from();
    long early = measured.until() - records.span().until();
    long missing = duration.toSeconds() - measured.seconds();
    if (late > tolerated) {
      objections.add(
          "the load of %s began %d s after the measurement: give it a longer warmup"
              .formatted(name, late));
    }
    if (early > tolerated) {
      objections.add("the load of %s ended %d s before the measurement".formatted(name, early));
    }
    if (missing > tolerated) {
      objections.add(
          "%s measured %d s of %d s".formatted(name, measured.seconds(), duration.toSeconds()));
    }
    records
        .mostUsers()
        .filter(most -> most != run.concurrency())
        .ifPresent(most ->
            objections.add(
                "%s ran up to %d users, not %d: does its command use {users}?"
                    .formatted(name, most, run.concurrency())));
    return objections;
  }

  /** A generator may add to a file that is there, or refuse to. */
  private void removeLeftovers() {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw FileFailure.writing(folder, e);
    }
  }
}
