/** Bearer tokens: issued at log-in, verified locally on every request. */
package tasktracker.service.auth;
