/** Reverse proxy and load balancer in front of the services. */
package tasktracker.gateway;
