/** Accounts: registration, log-in and profile. */
package tasktracker.users;
