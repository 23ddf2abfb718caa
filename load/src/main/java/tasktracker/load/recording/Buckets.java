package tasktracker.load.recording;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * The buckets in use of an HdrHistogram: a few hundred numbers where the histogram itself has more
 * than twenty thousand. Values ascend and are the highest of their bucket. Immutable.
 */
final class Buckets {
  static final Buckets NONE = new Buckets(new int[0], new long[0]);

  private final int[] values;
  private final long[] counts;
  private final long total;

  private Buckets(int[] values, long[] counts) {
    this.values = values;
    this.counts = counts;
    this.total = Arrays.stream(counts).sum();
  }

  static Buckets of(AbstractHistogram histogram) {
    Builder builder = new Builder(64);
    for (HistogramIterationValue value : histogram.recordedValues()) {
      builder.add(Math.toIntExact(value.getValueIteratedTo()), value.getCountAtValueIteratedTo());
    }
    return builder.build();
  }

  /** Of values that ascend, each counted in the bucket of an HdrHistogram that it belongs to. */
  static Buckets ofSorted(int[] sorted, int size, AbstractHistogram like) {
    Builder builder = new Builder(Math.clamp(size, 1, 64));
    int next = 0;
    while (next < size) {
      int highest = Math.toIntExact(like.highestEquivalentValue(sorted[next]));
      int first = next;
      while (next < size && sorted[next] <= highest) {
        next++;
      }
      builder.add(highest, next - first);
    }
    return builder.build();
  }

  long total() {
    return total;
  }

  /** As {@link AbstractHistogram#getValueAtPercentile}; there must be a value. */
  int valueAtPercentile(double percent) {
    long wanted = Math.max(1, (long) Math.ceil(Math.nextDown(percent) * total / 100));
    int index = 0;
    for (long seen = counts[0]; seen < wanted; seen += counts[index]) {
      index++;
    }
    return values[index];
  }

  Buckets plus(Buckets other) {
    Builder sum = new Builder(values.length + other.values.length);
    int mine = 0;
    int theirs = 0;
    while (mine < values.length || theirs < other.values.length) {
      int value = Math.min(at(mine), other.at(theirs));
      long count = 0;
      if (at(mine) == value) {
        count += counts[mine++];
      }
      if (other.at(theirs) == value) {
        count += other.counts[theirs++];
      }
      sum.add(value, count);
    }
    return sum.build();
  }

  void recordInto(AbstractHistogram histogram) {
    for (int i = 0; i < values.length; i++) {
      histogram.recordValueWithCount(values[i], counts[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Buckets that
        && Arrays.equals(values, that.values)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(counts);
  }

  /** Distances between values and counts, most of them in a byte. */
  void writeTo(DataOutput out) throws IOException {
    Varint.write(values.length, out);
    int last = 0;
    for (int i = 0; i < values.length; i++) {
      Varint.write(values[i] - last, out);
      Varint.write(counts[i], out);
      last = values[i];
    }
  }

  static Buckets readFrom(DataInput in) throws IOException {
    int size = Math.toIntExact(Varint.read(in));
    Builder builder = new Builder(size);
    int value = 0;
    for (int i = 0; i < size; i++) {
      value = Math.toIntExact(value + Varint.read(in));
      builder.add(value, Varint.read(in));
    }
    return builder.build();
  }

  private int at(int index) {
    return index < values.length ? values[index] : Integer.MAX_VALUE;
  }

  private static final class Builder {
    private int[] values;
    private long[] counts;
    private int size;

    Builder(int capacity) {
      values = new int[capacity];
      counts = new long[capacity];
    }

    void add(int value, long count) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      values[size] = value;
      counts[size++] = count;
    }

    Buckets build() {
      return new Buckets(Arrays.copyOf(values, size), Arrays.copyOf(counts, size));
    }
  }
}
