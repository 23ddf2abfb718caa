/**
 * Load generator. A {@link tasktracker.load.LoadPlan} names what is to be done, a {@link
 * tasktracker.load.LoadTest} does it and answers with a {@link tasktracker.load.LoadResult}.
 */
package tasktracker.load;
