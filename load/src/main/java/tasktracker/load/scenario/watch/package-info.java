/** Watches the requests of a scenario one by one, for what sums of seconds cannot tell. */
package tasktracker.load.scenario.watch;
