package tasktracker.load.http;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/** The headers that every request of a session carries, kept ready for the wire. */
final class SessionHeaders {
  private final Map<String, byte[]> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private byte[] bytes;

  SessionHeaders(ResolvedTarget target, HttpSettings settings) {
    set("Host", target.authority());
    set("User-Agent", "tasktracker-load");
    if (settings.gzip()) {
      set("Accept-Encoding", "gzip");
    }
    settings.headers().forEach(this::set);
  }

  void set(String name, String value) {
    lines.put(name, HeaderLine.of(name, value));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    lines.values().forEach(all::writeBytes);
    bytes = all.toByteArray();
  }

  byte[] bytes() {
    return bytes;
  }
}
