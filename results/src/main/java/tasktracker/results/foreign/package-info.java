/**
 * What other load generators have measured, read from their files: k6, Locust, JMeter. A new format
 * is a {@link tasktracker.results.foreign.ForeignFormat}.
 */
package tasktracker.results.foreign;
