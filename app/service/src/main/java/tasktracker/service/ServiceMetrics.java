package tasktracker.service;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Counts and times every request, and tells it with what the JVM knows of itself at {@code GET
 * /metrics}, in the text format of Prometheus. Names are those of OpenTelemetry's semantic
 * conventions. Thread-safe.
 */
final class ServiceMetrics implements Filter {
  static final String PATH = "/metrics";

  private static final double NANOS = 1e9;

  /** Seconds; the ones that OpenTelemetry advises, and finer ones below them. */
  private static final double[] BOUNDS = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Histogram durations =
      Histogram.builder()
          .name("http_server_request_duration_seconds")
          .help("Duration of requests, from their head to the last byte of their responses")
          .labelNames("http_request_method", "http_response_status_code")
          .classicOnly()
          .classicUpperBounds(BOUNDS)
          .register(registry);
  private final Gauge active =
      Gauge.builder()
          .name("http_server_active_requests")
          .help("Requests that are being answered")
          .register(registry);

  ServiceMetrics() {
    JvmMetrics.builder().register(registry);
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    if (request.prologue().uriPath().rawPath().equals(PATH)) {
      chain.proceed();
      return;
    }
    long begun = System.nanoTime();
    active.inc();
    try {
      chain.proceed();
    } finally {
      active.dec();
      durations
          .labelValues(request.prologue().method().text(), String.valueOf(response.status().code()))
          .observe((System.nanoTime() - begun) / NANOS);
    }
  }

  void answer(ServerRequest request, ServerResponse response) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      writer.write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    response.header(HeaderNames.CONTENT_TYPE, writer.getContentType());
    response.send(text.toByteArray());
  }
}
