/** Load generator: scenarios, virtual users, load models and their results. */
package tasktracker.load;
