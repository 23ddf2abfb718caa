package tasktracker.experiments.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.Phase;
import tasktracker.load.Progress;
import tasktracker.results.live.LiveEvent;
import tasktracker.results.live.LiveLog;
import tasktracker.stack.resource.ResourceSampler;
import tasktracker.stack.resource.UsageSource;

/** Passes on what happens to a single load test, and writes it into the live log. */
public final class LiveLoad implements LoadListener {
  /** The name of the only run. */
  public static final String RUN = "load";

  private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(1);

  private final LiveSeconds seconds;
  private final Optional<ResourceSampler> sampler;
  private final LoadListener next;

  /**
   * A listener between a load test and another one; says what is planned.
   *
   * @param usage what the system has used; empty where nobody can tell
   */
  public LiveLoad(
      LiveLog log, LoadPlan plan, String system, Optional<UsageSource> usage, LoadListener next) {
    this.seconds = new LiveSeconds(log);
    this.sampler = usage.map(source -> new ResourceSampler(source, SAMPLE_INTERVAL));
    this.next = next;
    int level = plan.model().users();
    log.append(
        new LiveEvent.Planned(
            Instant.now(),
            List.of(system),
            List.of(new LiveEvent.PlannedRun(RUN, system, level, 1)),
            "users",
            plan.measurement().toMillis() / 1e3,
            null));
    log.append(new LiveEvent.RunStarted(Instant.now(), RUN, system, level, 1, 1, 1));
    seconds.begin(RUN, system, level);
  }

  @Override
  public void started(InstantSource clock) {
    next.started(clock);
  }

  @Override
  public void phaseStarted(Phase phase, Instant at) {
    if (phase == Phase.MEASUREMENT) {
      sampler.ifPresent(ResourceSampler::start);
    } else if (phase == Phase.WIND_DOWN) {
      sampler.ifPresent(ResourceSampler::stop);
    }
    next.phaseStarted(phase, at);
  }

  @Override
  public void progress(Progress progress) {
    next.progress(progress);
    seconds.second(progress, sampler.map(ResourceSampler::latest).orElse(List.of()));
  }

  @Override
  public boolean isWarm() {
    return next.isWarm();
  }
}
