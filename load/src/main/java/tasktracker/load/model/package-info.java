/** Load models: how many virtual users there are and how long they think. */
package tasktracker.load.model;
