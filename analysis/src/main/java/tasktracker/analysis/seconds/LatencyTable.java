package tasktracker.analysis.seconds;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** The latencies of every second over the same values, so that sums of seconds are quick. */
final class LatencyTable {
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
  final class Sum {
    private final long[] sums;
    private final long total;

    private Sum(long[] sums, long total) {
      this.sums = sums;
      this.total = total;
    }

    long total() {
      return total;
    }

    /** The least latency that so many percent of the requests do not exceed. */
    double percentileMs(double percent) {
      long wanted = Math.max(1, (long) Math.ceil(percent / 100 * total));
      int place = 0;
      for (long seen = sums[0]; seen < wanted; seen += sums[place]) {
        place++;
      }
      return values[place] / 1e3;
    }
  }
}
