/** What every service needs: HTTP server, JSON, problem details, bearer auth, health, database. */
package tasktracker.service;
