package tasktracker.junit;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.Durations;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.UserTask;
import tasktracker.load.scenario.WeightedTasks;
import tasktracker.load.watch.RunValidity;
import tasktracker.load.watch.Validity;

/** Carries out a {@link LoadTest}: the method is called by virtual users, not by JUnit. */
final class LoadTestExtension implements ParameterResolver, InvocationInterceptor {
  private static final Duration SPAWNED_WITHIN = Duration.ofSeconds(1);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Session.class;
  }

  /** Each user brings its own, so JUnit needs none. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return null;
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> called,
      ExtensionContext context)
      throws Throwable {
    invocation.skip();
    Method method = called.getExecutable();
    if (!List.of(method.getParameterTypes()).equals(List.of(Session.class))) {
      throw new ExtensionConfigurationException(
          name(method) + ": a @LoadTest method takes one parameter, the Session of a user");
    }
    LoadTest settings = AnnotationSupport.findAnnotation(method, LoadTest.class).orElseThrow();
    ServiceLevelObjective objective;
    LoadPlan plan;
    try {
      objective = ServiceLevelObjective.parse(settings.slo());
      plan = plan(settings, context, task(method, context.getRequiredTestInstance()));
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(name(method) + ": " + e.getMessage(), e);
    }
    LoadResult result = new tasktracker.load.LoadTest(plan).run(LoadListener.NONE);
    context.publishReportEntry(figures(result));
    judge(result, objective);
  }

  private static LoadPlan plan(LoadTest settings, ExtensionContext context, UserTask task) {
    WeightedTasks tasks = WeightedTasks.of(1, task);
    return LoadPlan.of(
            target(settings, context), Scenario.of("method", _ -> () -> tasks), model(settings))
        .withWarmUp(Durations.parseOrSeconds(settings.warmUp()))
        .withMeasurement(Durations.parseOrSeconds(settings.duration()))
        .withSeed(settings.seed());
  }

  private static LoadModel model(LoadTest settings) {
    if (settings.rate() < 0) {
      throw new IllegalArgumentException(
          "rate = %s: use arrivals a second above 0, or leave it out".formatted(settings.rate()));
    }
    return settings.rate() > 0
        ? new OpenModel(
            Arrivals.parse(String.format(Locale.ROOT, "%.9f/s", settings.rate())), settings.users())
        : new ClosedModel(
            settings.users(),
            Math.max(1, settings.users() / (double) SPAWNED_WITHIN.toSeconds()),
            ThinkTime.parse(settings.thinkTime()));
  }

  private static URI target(LoadTest settings, ExtensionContext context) {
    if (!settings.target().isEmpty()) {
      return URI.create(settings.target());
    }
    Class<?> type = context.getRequiredTestClass();
    List<Field> fields = AnnotationSupport.findAnnotatedFields(type, LoadTarget.class);
    while (fields.isEmpty() && type.getEnclosingClass() != null) {
      type = type.getEnclosingClass();
      fields = AnnotationSupport.findAnnotatedFields(type, LoadTarget.class);
    }
    if (fields.size() != 1) {
      throw new IllegalArgumentException(
          "set target, or mark one field of %s with @LoadTarget; there are %d"
              .formatted(type.getSimpleName(), fields.size()));
    }
    Field field = fields.getFirst();
    try {
      field.setAccessible(true);
      Object target =
          field.get(
              ModifierSupport.isStatic(field)
                  ? null
                  : context.getRequiredTestInstances().findInstance(type).orElseThrow());
      if (target instanceof URI uri) {
        return uri;
      }
      throw new IllegalArgumentException(
          "@LoadTarget %s holds %s: a java.net.URI is needed".formatted(field.getName(), target));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("@LoadTarget " + field.getName() + " is closed", e);
    }
  }

  private static UserTask task(Method method, Object instance) {
    method.setAccessible(true);
    return session -> {
      try {
        method.invoke(instance, session);
      } catch (InvocationTargetException e) {
        throw unchecked(e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /** What ends a run passes; an assertion that failed becomes what the generator counts. */
  private static RuntimeException unchecked(Throwable thrown) {
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(thrown.toString(), thrown);
  }

  private static Map<String, String> figures(LoadResult result) {
    return Map.of(
        "requests/s", FigureText.of(result.throughput()),
        "p50 ms", percentile(result, 50),
        "p95 ms", percentile(result, 95),
        "p99 ms", percentile(result, 99),
        "errors %", FigureText.of(100 * result.aggregated().errorRate()),
        "validity", result.validity().toString());
  }

  private static void judge(LoadResult result, ServiceLevelObjective objective) {
    if (!result.recording().errors().isEmpty()) {
      var error = result.recording().errors().getFirst();
      throw new AssertionFailedError(
          "the method threw %d times: %s%n%s"
              .formatted(error.count(), error.message(), error.trace()));
    }
    RunValidity validity = result.validity();
    if (validity.verdict() == Validity.INVALID) {
      throw new TestAbortedException("not judged: " + String.join("; ", validity.reasons()));
    }
    List<String> missed = new BoundFigures(result).missed(objective);
    if (!missed.isEmpty()) {
      throw new AssertionFailedError(String.join("; ", missed));
    }
  }

  private static String percentile(LoadResult result, int percent) {
    return result
        .aggregated()
        .latencies()
        .supportedPercentile(percent)
        .map(latency -> FigureText.of(latency.toNanos() / 1e6))
        .orElse("N/A");
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
