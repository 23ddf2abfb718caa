package tasktracker.load.watch;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Times for which garbage collection stopped all threads, as the JVM tells them: in whole
 * milliseconds. Thread-safe.
 */
final class GcPauses implements AutoCloseable {
  private final NotificationListener listener = (notification, _) -> add(notification);
  private List<NotificationEmitter> emitters;
  private Duration sum = Duration.ZERO;
  private Duration longest = Duration.ZERO;

  /**
   * Pauses between two readings.
   *
   * @param longest the longest single one
   */
  record Pauses(Duration sum, Duration longest) {}

  GcPauses() {
    emitters =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(GcPauses::stopsTheWorld)
            .filter(NotificationEmitter.class::isInstance)
            .map(NotificationEmitter.class::cast)
            .toList();
    emitters.forEach(emitter -> emitter.addNotificationListener(listener, null, null));
  }

  synchronized Pauses read() {
    Pauses pauses = new Pauses(sum, longest);
    sum = Duration.ZERO;
    longest = Duration.ZERO;
    return pauses;
  }

  /** Listens no more; a second call does nothing. */
  @Override
  public void close() {
    emitters.forEach(emitter -> {
      try {
        emitter.removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException(e);
      }
    });
    emitters = List.of();
  }

  private synchronized void add(Notification notification) {
    var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    Duration pause = Duration.ofMillis(info.getGcInfo().getDuration());
    sum = sum.plus(pause);
    longest = longest.compareTo(pause) < 0 ? pause : longest;
  }

  /** Concurrent collectors have one bean for their pauses and one for whole cycles. */
  private static boolean stopsTheWorld(GarbageCollectorMXBean collector) {
    return !collector.getName().endsWith("Cycles");
  }
}
