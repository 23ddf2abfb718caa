/** Sends the requests of one virtual user over its own blocking connection. */
package tasktracker.load.http;
