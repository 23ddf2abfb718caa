/** PostgreSQL: pooled connections, migrations and the check behind the health of a service. */
package tasktracker.service.database;
