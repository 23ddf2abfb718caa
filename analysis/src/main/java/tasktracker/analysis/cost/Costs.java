package tasktracker.analysis.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.SampleMean;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.IdleCost;
import tasktracker.analysis.verdict.IdleSample;
import tasktracker.analysis.verdict.Prices;
import tasktracker.analysis.verdict.RequestPrice;
import tasktracker.analysis.verdict.ServiceSample;
import tasktracker.analysis.verdict.ServiceUse;

/** What the runs of an experiment took, by architecture. */
public final class Costs {
  private static final double BYTES_PER_MB = 1024.0 * 1024;

  private final List<String> architectures;
  private final List<AnalysedRun> runs;

  /**
   * The costs of these runs.
   *
   * @param runs those that count
   */
  public Costs(List<String> architectures, List<AnalysedRun> runs) {
    this.architectures = List.copyOf(architectures);
    this.runs = List.copyOf(runs);
  }

  /** By architecture, level and service. */
  public List<ServiceUse> services() {
    List<ServiceUse> uses = new ArrayList<>();
    for (String architecture : architectures) {
      AnalysedRun.levels(architecture, runs)
          .forEach((_, level) -> {
            Map<String, List<ServiceUse>> byService = new LinkedHashMap<>();
            for (AnalysedRun run : level) {
              for (ServiceUse use : uses(run)) {
                byService.computeIfAbsent(use.service(), _ -> new ArrayList<>()).add(use);
              }
            }
            byService.values().forEach(repetitions -> uses.add(mean(repetitions)));
          });
    }
    return uses;
  }

  private static List<ServiceUse> uses(AnalysedRun run) {
    Double throughput = run.figure(ComparedMetric.THROUGHPUT);
    List<Double> cpus =
        run.services().stream().map(ServiceSample::cpuPercent).filter(Objects::nonNull).toList();
    double total = cpus.stream().mapToDouble(Double::doubleValue).sum();
    boolean complete = cpus.size() == run.services().size() && total > 0;
    return run.services().stream()
        .map(service ->
            new ServiceUse(
                run.architecture(),
                run.concurrency(),
                service.service(),
                service.database(),
                per(throughput, service.cpuPercent(), 10),
                complete ? service.cpuPercent() / total : null,
                service.memoryBytes() == null ? null : service.memoryBytes() / BYTES_PER_MB,
                per(throughput, service.memoryBytes(), 1 / BYTES_PER_MB)))
        .toList();
  }

  private static Double per(Double throughput, Double amount, double unit) {
    return throughput == null || throughput == 0 || amount == null
        ? null
        : amount * unit / throughput;
  }

  private static ServiceUse mean(List<ServiceUse> repetitions) {
    ServiceUse first = repetitions.getFirst();
    return new ServiceUse(
        first.architecture(),
        first.concurrency(),
        first.service(),
        first.database(),
        mean(repetitions, ServiceUse::cpuMsPerRequest),
        mean(repetitions, ServiceUse::cpuShare),
        mean(repetitions, ServiceUse::memoryMb),
        mean(repetitions, ServiceUse::memoryMbSecondsPerRequest));
  }

  private static <T> Double mean(List<T> items, Function<T, Double> figure) {
    OptionalDouble mean =
        items.stream()
            .map(figure)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }

  /** By architecture and level, where CPU and memory were measured. */
  public List<RequestPrice> prices(AnalysisSettings settings) {
    List<RequestPrice> priced = new ArrayList<>();
    for (String architecture : architectures) {
      AnalysedRun.levels(architecture, runs)
          .forEach((users, level) -> {
            List<RequestPrice> repetitions =
                level.stream().flatMap(run -> price(run, settings.prices()).stream()).toList();
            if (!repetitions.isEmpty()) {
              priced.add(mean(repetitions, settings));
            }
          });
    }
    return priced;
  }

  private static Optional<RequestPrice> price(AnalysedRun run, Prices prices) {
    Double cpu = run.figure(ComparedMetric.CPU_PER_REQUEST);
    Double memory = run.figure(ComparedMetric.MEMORY);
    Double throughput = run.figure(ComparedMetric.THROUGHPUT);
    return cpu == null || memory == null || throughput == null || throughput <= 0
        ? Optional.empty()
        : Optional.of(
            prices.perMillion(run.architecture(), run.concurrency(), cpu, memory, throughput));
  }

  private static RequestPrice mean(List<RequestPrice> repetitions, AnalysisSettings settings) {
    RequestPrice first = repetitions.getFirst();
    Estimate together =
        settings.mean(repetitions.stream().map(RequestPrice::perMillionRequests).toList());
    return new RequestPrice(
        first.architecture(),
        first.concurrency(),
        first.currency(),
        together.value(),
        mean(repetitions, RequestPrice::cpu),
        mean(repetitions, RequestPrice::memory),
        together.interval());
  }

  /** By architecture, where stacks were looked at before load. */
  public List<IdleCost> idle(double confidence) {
    List<IdleCost> costs = new ArrayList<>();
    for (String architecture : architectures) {
      List<IdleSample> samples =
          runs.stream()
              .filter(run -> run.architecture().equals(architecture) && run.idle() != null)
              .map(AnalysedRun::idle)
              .toList();
      if (!samples.isEmpty()) {
        SampleMean cpu = SampleMean.of(samples.stream().map(IdleSample::cpuPercent).toList());
        SampleMean memory =
            SampleMean.of(
                samples.stream().map(sample -> sample.memoryBytes() / BYTES_PER_MB).toList());
        costs.add(
            new IdleCost(
                architecture,
                samples.size(),
                cpu.estimate(confidence).notBelow(0),
                memory.estimate(confidence).notBelow(0)));
      }
    }
    return costs;
  }
}
