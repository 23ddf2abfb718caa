/**
 * Calls to other services: pooled connections to every instance, balanced, with failure detection.
 *
 * <p>{@link tasktracker.service.upstream.Upstream} is the way in. It never repeats a request that
 * may have been executed.
 */
package tasktracker.service.upstream;
