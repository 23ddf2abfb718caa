package tasktracker.gateway;

import tasktracker.service.Environment;
import tasktracker.service.upstream.Upstream;
import tasktracker.service.upstream.UpstreamSettings;

/**
 * Which service answers a part of the paths.
 *
 * @param path first part of the paths, such as {@code /api/v1/tasks}
 * @param service name of the service
 * @param setting environment variable with the base URLs of its instances, separated by commas
 * @param defaultUrl base URL where that is not set
 */
record Route(String path, String service, String setting, String defaultUrl) {

  /** Whether a raw path is this route's own or lies below it. */
  boolean covers(String rawPath) {
    return rawPath.startsWith(path)
        && (rawPath.length() == path.length() || rawPath.charAt(path.length()) == '/');
  }

  Upstream connect(Environment environment, UpstreamSettings settings) {
    return new Upstream(service, environment.urls(setting, defaultUrl), settings);
  }
}
