/** Tells the live log of a results folder what happens to an experiment. */
package tasktracker.experiments.live;
