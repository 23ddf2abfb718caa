package tasktracker.analysis.seconds;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The latencies of every second over the same values, so that sums of seconds are quick. */
public final class LatencyTable {
  private final long[] values;
  private final long[][] counts;

  /** How large a table of these seconds would be. */
  static long cells(List<SortedMap<Long, Long>> seconds) {
    return (long) seconds.size() * values(seconds).size();
  }

  private static SortedSet<Long> values(List<SortedMap<Long, Long>> seconds) {
    SortedSet<Long> all = new TreeSet<>();
    seconds.forEach(second -> all.addAll(second.keySet()));
    return all;
  }

  /** One map of latencies for each second. */
  LatencyTable(List<SortedMap<Long, Long>> seconds) {
    values = values(seconds).stream().mapToLong(Long::longValue).toArray();
    counts = new long[seconds.size()][values.length];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < values.length; j++) {
        counts[i][j] = seconds.get(i).getOrDefault(values[j], 0L);
      }
    }
  }

  /** The requests of all these seconds together, each a map of latencies. */
  public static Sum together(List<SortedMap<Long, Long>> seconds) {
    return new LatencyTable(seconds).sum(IntStream.range(0, seconds.size()).toArray());
  }

  /** The requests of some seconds together, each as often as it is named. */
  Sum sum(int[] places) {
    long[] sums = new long[values.length];
    long total = 0;
    for (int place : places) {
      long[] second = counts[place];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += second[i];
      }
    }
    for (long count : sums) {
      total += count;
    }
    return new Sum(sums, total);
  }

  /** Requests by latency. */
  public final class Sum {
    private final long[] sums;
    private final long total;

    private Sum(long[] sums, long total) {
      this.sums = sums;
      this.total = total;
    }

    /** How many there are. */
    public long total() {
      return total;
    }

    /** The least latency that so many percent of the requests do not exceed. */
    public double percentileMs(double percent) {
      long wanted = Math.max(1, (long) Math.ceil(percent / 100 * total));
      int place = 0;
      for (long seen = sums[0]; seen < wanted; seen += sums[place]) {
        place++;
      }
      return values[place] / 1e3;
    }

    /** Their mean; NaN without requests. */
    public double meanMs() {
      double sum = 0;
      for (int i = 0; i < sums.length; i++) {
        sum += (double) values[i] * sums[i];
      }
      return sum / total / 1e3;
    }
  }
}
