package tasktracker.tasks;

/** How many tasks a user has, by status and by priority. */
public record TaskCounts(
    long total,
    long todo,
    long inProgress,
    long done,
    long completed,
    long highPriority,
    long mediumPriority,
    long lowPriority) {}
