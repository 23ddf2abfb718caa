/** Load models: how many virtual users there are, when they come and how long they think. */
package tasktracker.load.model;
