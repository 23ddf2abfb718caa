/**
 * Calls to other services: pooled connections to every instance, balanced, with failure detection.
 */
package tasktracker.service.upstream;
