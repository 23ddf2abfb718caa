package tasktracker.load.http;

import java.util.ArrayList;
import java.util.List;
import tasktracker.load.recording.Endpoint;

/** Keeps what a session tells. */
final class RecordedRequests implements RequestLog {
  final List<Entry> entries = new ArrayList<>();
  int reconnects;

  record Entry(Endpoint endpoint, long nanos, int contentSize, Result result) {}

  @Override
  public void ended(
      Endpoint endpoint, long intended, long sent, long end, int contentSize, Result result) {
    entries.add(new Entry(endpoint, end - sent, contentSize, result));
  }

  @Override
  public void reconnected() {
    reconnects++;
  }

  Entry last() {
    return entries.getLast();
  }
}
