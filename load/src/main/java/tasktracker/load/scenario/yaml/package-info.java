/** Scenarios written in YAML, for people who do not write Java. */
package tasktracker.load.scenario.yaml;
