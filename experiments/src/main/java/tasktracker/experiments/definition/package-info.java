/**
 * What a file says of a whole experiment: its systems, what their users do, how much load there is,
 * what is broken. Read strictly, with the place of every mistake.
 */
package tasktracker.experiments.definition;
