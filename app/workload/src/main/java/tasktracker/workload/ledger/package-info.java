/** Remembers what each user wrote, and tells from what is there afterwards what became of it. */
package tasktracker.workload.ledger;
