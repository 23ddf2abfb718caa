/** What numbers say: pure functions that know neither files nor pictures. */
package tasktracker.analysis;
