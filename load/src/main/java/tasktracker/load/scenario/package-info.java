/** What a scenario is written with: virtual users, weighted tasks, sessions and requests. */
package tasktracker.load.scenario;
