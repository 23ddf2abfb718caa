package tasktracker.analysis.verdict;

/**
 * What a run asked of one endpoint, and got.
 *
 * @param endpoint its name, such as {@code GET /items}
 * @param requests that were sent
 * @param failures of these
 * @param meanBytes mean size of the bodies of its answers; NaN where it is not known
 */
public record EndpointWork(String endpoint, long requests, long failures, double meanBytes) {

  /** The work of two runs as one. */
  public EndpointWork plus(EndpointWork other) {
    long sum = requests + other.requests;
    return new EndpointWork(
        endpoint,
        sum,
        failures + other.failures,
        sum == 0 ? 0 : (requests * meanBytes + other.requests * other.meanBytes) / sum);
  }

  /** The same under another name. */
  public EndpointWork named(String name) {
    return new EndpointWork(name, requests, failures, meanBytes);
  }

  /** Share of failed requests, from 0 to 1. */
  public double failed() {
    return requests == 0 ? 0 : (double) failures / requests;
  }
}
