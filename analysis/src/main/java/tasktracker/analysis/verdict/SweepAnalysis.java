package tasktracker.analysis.verdict;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the runs of a folder say. Everything is computed from runs that are not excluded; a list
 * is empty where there is nothing to say.
 *
 * @param verdict three sentences for a person: what was found, at what cost, how sure
 * @param facts what else there is to say, a sentence each: what was asked for, and how long it took
 * @param insights one sentence for each metric that was compared, fit for the title of a chart
 * @param warnings what is known to be wrong with the data, a sentence each
 * @param limits what limits every comparison, a sentence each without its end
 * @param method how all this was computed, in a paragraph
 * @param settings what the analysis was asked to do
 * @param architectures in the order of the experiment; the first is the baseline
 * @param curves by metric and architecture
 * @param comparisons every other architecture with the baseline
 * @param scalability one for each architecture
 * @param capacities one for each architecture where an objective was given
 * @param objectives whether each architecture keeps to each bound at each level, where an objective
 *     was given
 * @param services by architecture, level and service
 * @param prices by architecture and level, where prices were given
 * @param idle one for each architecture that was looked at before load
 * @param runs every run of the folder, in its order, excluded ones too
 * @param effort null where the plan was not adaptive
 */
public record SweepAnalysis(
    List<String> verdict,
    List<String> facts,
    Map<ComparedMetric, String> insights,
    List<String> warnings,
    List<String> limits,
    String method,
    AnalysisSettings settings,
    List<String> architectures,
    List<MetricCurve> curves,
    List<Comparison> comparisons,
    List<Scalability> scalability,
    List<SloCapacity> capacities,
    List<ObjectiveJudgement> objectives,
    List<ServiceUse> services,
    List<RequestPrice> prices,
    List<IdleCost> idle,
    List<RunAssessment> runs,
    MeasuringEffort effort) {

  /** Copies the collections. */
  public SweepAnalysis {
    verdict = List.copyOf(verdict);
    facts = facts == null ? List.of() : List.copyOf(facts);
    insights = Collections.unmodifiableMap(new LinkedHashMap<>(insights));
    warnings = List.copyOf(warnings);
    limits = limits == null ? List.of() : List.copyOf(limits);
    architectures = List.copyOf(architectures);
    curves = List.copyOf(curves);
    comparisons = List.copyOf(comparisons);
    scalability = List.copyOf(scalability);
    capacities = List.copyOf(capacities);
    objectives = objectives == null ? List.of() : List.copyOf(objectives);
    services = List.copyOf(services);
    prices = List.copyOf(prices);
    idle = List.copyOf(idle);
    runs = List.copyOf(runs);
  }

  /** The same with its sentences. */
  public SweepAnalysis withText(VerdictText text) {
    return new SweepAnalysis(
        text.verdict(),
        text.facts(),
        text.insights(),
        warnings,
        limits,
        method,
        settings,
        architectures,
        curves,
        comparisons,
        scalability,
        capacities,
        objectives,
        services,
        prices,
        idle,
        runs,
        effort);
  }

  /** All that it says in words: the verdict, then the facts. */
  public List<String> sentences() {
    return Stream.concat(verdict.stream(), facts.stream()).toList();
  }

  /** A line of a chart. */
  public Optional<MetricCurve> curve(String architecture, ComparedMetric metric) {
    return curves.stream()
        .filter(curve -> curve.metric() == metric && curve.architecture().equals(architecture))
        .findFirst();
  }
}
