package tasktracker.gateway;

import tasktracker.service.upstream.Upstream;

/**
 * A route and the connections to its service.
 *
 * @param route which paths
 * @param upstream which service
 */
record Destination(Route route, Upstream upstream) {}
