package tasktracker.load.model;

/**
 * How load is offered. In a closed model a fixed number of users waits for each answer before the
 * next request, so a slow server is asked less often; in an open model requests arrive whether or
 * not earlier ones were answered. Results of the two must not be compared without naming the model.
 */
public sealed interface LoadModel permits ClosedModel, OpenModel {

  /** The largest number of virtual users that run at the same time. */
  int users();

  /**
   * Name of the kind of model for results and charts: {@code closed}, {@code closed with constant
   * pacing} or {@code open}.
   */
  String kind();

  /**
   * Whether requests are due at times of their own. If so, latency counts from the intended start,
   * and service time is known beside it; if not, a request is due when it is sent, and the two are
   * one and the same.
   */
  boolean hasSchedule();
}
