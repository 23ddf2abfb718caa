package tasktracker.tasks;

import org.jdbi.v3.core.mapper.RowMapper;
import tasktracker.service.database.Timestamps;

/** How a row of the table becomes a {@link Task}. */
final class TaskRow {

  /** The columns to select, in the order in which {@link #MAPPER} reads them. */
  static final String COLUMNS =
      " id, title, description, status, priority, due_date, owner_id, created_at, updated_at ";

  static final RowMapper<Task> MAPPER =
      (row, context) ->
          new Task(
              row.getLong(1),
              row.getString(2),
              row.getString(3),
              TaskStatus.of(row.getString(4)),
              Priority.of(row.getString(5)),
              Timestamps.read(row, 6),
              row.getLong(7),
              Timestamps.read(row, 8),
              Timestamps.read(row, 9));

  private TaskRow() {}
}
