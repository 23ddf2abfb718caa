package tasktracker.service.upstream;

/**
 * The connections to one instance at one moment.
 *
 * @param address host and port
 * @param opened connections opened since the start
 * @param inUse connections that carry a request now
 * @param idle connections that wait in the pool
 * @param available false while the instance is taken out after failures
 */
public record InstanceFigures(
    String address, long opened, int inUse, int idle, boolean available) {}
