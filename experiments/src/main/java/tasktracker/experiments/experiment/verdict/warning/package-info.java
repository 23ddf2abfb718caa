/** What the data of a sweep shows to be wrong with it, one class for each thing. */
package tasktracker.experiments.experiment.verdict.warning;
