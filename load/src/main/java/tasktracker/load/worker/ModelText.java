package tasktracker.load.worker;

import java.time.Duration;
import java.util.Optional;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;

/** A load model whose distributions are in their text form, which reads back as itself. */
sealed interface ModelText {

  LoadModel toModel();

  static ModelText of(LoadModel model) {
    return switch (model) {
      case ClosedModel closed ->
          new Closed(
              closed.users(), closed.spawnRate(), closed.thinkTime().toString(), closed.pacing());
      case OpenModel open -> new Open(open.arrivals().toString(), open.maxUsers());
    };
  }

  /** A {@link ClosedModel}. */
  record Closed(int users, double spawnRate, String thinkTime, Optional<Duration> pacing)
      implements ModelText {
    @Override
    public LoadModel toModel() {
      return new ClosedModel(users, spawnRate, ThinkTime.parse(thinkTime), pacing);
    }
  }

  /** An {@link OpenModel}. */
  record Open(String arrivals, int maxUsers) implements ModelText {
    @Override
    public LoadModel toModel() {
      return new OpenModel(Arrivals.parse(arrivals), maxUsers);
    }
  }
}
