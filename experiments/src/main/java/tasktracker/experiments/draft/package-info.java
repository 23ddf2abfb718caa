/** Drafts of scenarios, from recordings of a browser and descriptions of an API. */
package tasktracker.experiments.draft;
