/** Failure experiments: something breaks under load, and what its users go through is measured. */
package tasktracker.experiments.failure;
