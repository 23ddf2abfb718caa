package tasktracker.load.http;

import java.io.IOException;
import java.net.URI;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.Session;

/** What a test does with a session. */
@FunctionalInterface
interface Use {
  Response with(Session session) throws InterruptedException;

  default Response of(URI uri, HttpSettings settings, RequestLog log)
      throws IOException, InterruptedException {
    try (Sessions sessions = new Sessions(ResolvedTarget.resolve(uri), settings);
        HttpSession session = sessions.open(log)) {
      return with(session);
    }
  }
}
