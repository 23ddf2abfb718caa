package tasktracker.stats;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import tasktracker.service.Component;
import tasktracker.service.Routes;
import tasktracker.service.auth.Caller;
import tasktracker.service.auth.Tokens;
import tasktracker.service.http.ContractJson;

/** Statistics over the tasks of a user, wherever the numbers come from. */
public final class StatsFeature implements Component {

  private final Tokens tokens;
  private final TaskTotalsSource source;

  /** Creates the feature. */
  public StatsFeature(Tokens tokens, TaskTotalsSource source) {
    this.tokens = tokens;
    this.source = source;
  }

  @Override
  public void addRoutes(Routes routes) {
    routes.add(Method.GET, "/api/v1/stats", tokens.authenticated(this::stats));
  }

  private void stats(Caller caller, ServerRequest request, ServerResponse response) {
    ContractJson.send(response, Statistics.of(source.totalsOf(caller)));
  }
}
