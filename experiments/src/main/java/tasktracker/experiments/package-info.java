/** The laboratory that deploys, loads and compares architectures. */
package tasktracker.experiments;
