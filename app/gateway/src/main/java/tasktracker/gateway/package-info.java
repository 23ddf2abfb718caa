/**
 * Reverse proxy and load balancer in front of the services.
 *
 * <p>{@link tasktracker.gateway.Gateway} says what goes where, {@link
 * tasktracker.gateway.ReverseProxy} does it.
 */
package tasktracker.gateway;
