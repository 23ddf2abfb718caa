/** JSON in and out: bodies, queries, replies and problem details. */
package tasktracker.service.http;
