/** What an experiment says of itself while it goes on. */
package tasktracker.results.live;
