package tasktracker.load.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Records requests that another generator has measured, by the second of the clock in which they
 * ended, in any order. Memory grows with the seconds and with the endpoints in each, not with the
 * requests. Not thread-safe.
 */
public final class ForeignRecorder {
  /** Longest time that is recorded, in seconds: a week. */
  public static final long LONGEST = 7L * 24 * 3600;

  /** Most endpoints of a recording, counted anew in each second. */
  public static final int MOST_ENTRIES = 500_000;

  /** Of a response whose size is not told. */
  public static final long UNKNOWN_SIZE = -1;

  private final NavigableMap<Long, ForeignSecond> seconds = new TreeMap<>();
  private final int mostEntries;
  private int entries;
  private long latest = Long.MIN_VALUE;
  private ForeignSecond latestSecond;

  /** A recorder of nothing so far. */
  public ForeignRecorder() {
    this(MOST_ENTRIES);
  }

  ForeignRecorder(int mostEntries) {
    this.mostEntries = mostEntries;
  }

  /**
   * The seconds of a recording.
   *
   * @param from the first, since 1970
   * @param until the first behind the last
   */
  public record Span(long from, long until) {

    /** Number of seconds. */
    public long seconds() {
      return until - from;
    }
  }

  /**
   * Some seconds of what was recorded.
   *
   * @param recording requests and failures
   * @param iterations how often users did all that their script says
   */
  public record Part(Recording recording, long iterations) {}

  /**
   * Records a request.
   *
   * @param second in which it ended, since 1970
   * @param nanos how long it took
   * @param bytes size of its response, or {@link #UNKNOWN_SIZE}
   * @throws IllegalArgumentException when that is beyond what can be recorded
   */
  public void add(long second, Endpoint endpoint, Outcome outcome, long nanos, long bytes) {
    if (at(second).add(endpoint, outcome, nanos, bytes) && ++entries > mostEntries) {
      throw new IllegalArgumentException(
          "more than %d endpoints, counted anew in each second: name requests after the endpoint,"
                  .formatted(mostEntries)
              + " without ids");
    }
  }

  /** Records why a request failed that ended in this second. */
  public void addFailure(
      long second, Endpoint endpoint, Outcome outcome, String message, String example) {
    Instant at = Instant.ofEpochSecond(second);
    at(second).addFailure(new Failures(endpoint, outcome, message, example, 1, at, at));
  }

  /** Records iterations that ended in this second. */
  public void addIterations(long second, long count) {
    at(second).addIterations(count);
  }

  /** Records arrivals of this second that found no user to do them. */
  public void addDropped(long second, long count) {
    at(second).addDropped(count);
  }

  /** Records how many users were running. */
  public void users(long second, int running) {
    at(second).users(running);
  }

  /**
   * From the first second to the last in which users ran or something ended; a generator tells of
   * its set-up and end too. Empty where nothing was recorded.
   */
  public Optional<Span> span() {
    List<Long> active =
        seconds.entrySet().stream()
            .filter(entry -> entry.getValue().isActive())
            .map(Map.Entry::getKey)
            .toList();
    return active.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span(active.getFirst(), active.getLast() + 1));
  }

  /** The seconds from the first with the most users to the last such; empty where nobody tells. */
  public Optional<Span> atFullLoad() {
    int most = mostUsers().orElse(0);
    List<Long> full =
        seconds.entrySet().stream()
            .filter(entry -> entry.getValue().users().filter(users -> users >= most).isPresent())
            .map(Map.Entry::getKey)
            .toList();
    return most == 0
        ? Optional.empty()
        : Optional.of(new Span(full.getFirst(), full.getLast() + 1));
  }

  /** The highest number of running users; empty where nobody tells. */
  public Optional<Integer> mostUsers() {
    return seconds.values().stream()
        .map(ForeignSecond::users)
        .flatMap(Optional::stream)
        .max(Integer::compare);
  }

  /** What was recorded in some seconds; those without anything are empty. */
  public Part part(Span span) {
    List<Second> taken = new ArrayList<>();
    Map<Endpoint, EndpointStatistics> totals = new TreeMap<>();
    FailureLog failures = new FailureLog();
    long iterations = 0;
    int users = usersBefore(span.from());
    for (long each = span.from(); each < span.until(); each++) {
      ForeignSecond second = seconds.getOrDefault(each, new ForeignSecond());
      users = second.users().orElse(users);
      Second closed = second.toSecond(each, users);
      closed
          .endpoints()
          .forEach(statistics ->
              totals.merge(statistics.endpoint(), statistics, EndpointStatistics::plus));
      second.failures().forEach(failures::add);
      iterations += second.iterations();
      taken.add(closed);
    }
    List<EndpointStatistics> all = List.copyOf(totals.values());
    return new Part(
        new Recording(
            EndpointStatistics.aggregated(all), all, taken, failures.list(), List.of(), 0, 0),
        iterations);
  }

  private int usersBefore(long second) {
    return seconds.headMap(second, false).descendingMap().values().stream()
        .map(ForeignSecond::users)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(0);
  }

  private ForeignSecond at(long second) {
    if (second != latest) {
      latestSecond = seconds.computeIfAbsent(second, _ -> new ForeignSecond());
      latest = second;
      if (seconds.lastKey() - seconds.firstKey() >= LONGEST) {
        throw new IllegalArgumentException(
            "%d s after the earliest request: at most a week can be read"
                .formatted(seconds.lastKey() - seconds.firstKey()));
      }
    }
    return latestSecond;
  }
}
