/** What users wrote, and whether it is there when it is read back. */
package tasktracker.load.workload.ledger;
