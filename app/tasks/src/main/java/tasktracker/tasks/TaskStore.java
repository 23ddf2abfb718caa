package tasktracker.tasks;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import tasktracker.service.database.Database;
import tasktracker.service.database.Timestamps;

/**
 * Tasks in PostgreSQL. Every statement names the owner, so a task of someone else is as good as
 * none. Thread-safe.
 */
final class TaskStore {

  private static final String ADD =
      """
      insert into tasks (owner_id, title, description, status, priority, due_date)
      values (:owner, :title, :description, :status, :priority, :dueDate)
      returning\
      """
          + TaskRow.COLUMNS;

  private static final String FIND =
      "select" + TaskRow.COLUMNS + "from tasks where id = :id and owner_id = :owner";

  private static final String MATCHING =
      """
      from tasks
      where owner_id = :owner
        and (:status::text is null or status = :status)
        and (:priority::text is null or priority = :priority)
      """;

  private static final String LIST =
      "select"
          + TaskRow.COLUMNS
          + MATCHING
          + "order by created_at desc, id desc limit :limit offset :skip";

  private static final String LIST_AFTER =
      "select"
          + TaskRow.COLUMNS
          + MATCHING
          + "and (created_at, id) < (:lastCreated, :lastId)"
          + " order by created_at desc, id desc limit :limit";

  private static final String COUNT_MATCHING = "select count(*) " + MATCHING;

  private static final String UPDATE =
      """
      update tasks
      set title = coalesce(:title, title),
          description = case when :setDescription then :description else description end,
          status = coalesce(
              :status, case when :reopen and status = 'done' then 'todo' else status end),
          priority = coalesce(:priority, priority),
          due_date = case when :setDueDate then :dueDate else due_date end,
          updated_at = now()
      where id = :id and owner_id = :owner
      returning\
      """
          + TaskRow.COLUMNS;

  private static final String SET_STATUS =
      """
      update tasks set status = :status, updated_at = now()
      where id = :id and owner_id = :owner
      returning\
      """
          + TaskRow.COLUMNS;

  private static final String DELETE = "delete from tasks where id = :id and owner_id = :owner";

  private static final String COUNT =
      """
      select count(*),
        count(*) filter (where status = 'todo'),
        count(*) filter (where status = 'in_progress'),
        count(*) filter (where status = 'done'),
        count(*) filter (where priority = 'high'),
        count(*) filter (where priority = 'medium'),
        count(*) filter (where priority = 'low')
      from tasks where owner_id = :owner
      """;

  private static final RowMapper<TaskCounts> COUNTS =
      (row, context) ->
          new TaskCounts(
              row.getLong(1),
              row.getLong(2),
              row.getLong(3),
              row.getLong(4),
              row.getLong(4),
              row.getLong(5),
              row.getLong(6),
              row.getLong(7));

  private final Database database;

  TaskStore(Database database) {
    this.database = database;
  }

  Task add(long owner, NewTask task) {
    return database.call(handle ->
        handle
            .createQuery(ADD)
            .bind("owner", owner)
            .bind("title", task.title())
            .bind("description", task.description())
            .bind("status", task.status().text())
            .bind("priority", task.priority().text())
            .bind("dueDate", Timestamps.toBind(task.dueDate()))
            .map(TaskRow.MAPPER)
            .one());
  }

  Optional<Task> find(long owner, long id) {
    return database.call(handle -> ofOwner(handle, FIND, owner, id).map(TaskRow.MAPPER).findOne());
  }

  /**
   * Lists the beginning of a page, at most {@code size} tasks. Asks for one task more: only when it
   * comes are there tasks beyond, and only then do they have to be counted.
   */
  TaskPage list(long owner, TaskQuery query, int size) {
    return database.call(handle -> {
      List<Task> tasks =
          matching(handle, LIST, owner, query)
              .bind("limit", size + 1)
              .bind("skip", query.skip())
              .map(TaskRow.MAPPER)
              .list();
      boolean allSeen = query.skip() == 0 || !tasks.isEmpty();
      if (allSeen && tasks.size() <= size) {
        return TaskPage.of(tasks, query.skip() + tasks.size(), query, size);
      }
      long total = matching(handle, COUNT_MATCHING, owner, query).mapTo(long.class).one();
      return TaskPage.of(tasks, total, query, size);
    });
  }

  /** Lists the tasks that follow {@code last} in the order of a page, at most {@code size}. */
  List<Task> listAfter(long owner, TaskQuery query, Task last, int size) {
    return database.call(handle ->
        matching(handle, LIST_AFTER, owner, query)
            .bind("lastCreated", Timestamps.toBind(last.createdAt()))
            .bind("lastId", last.id())
            .bind("limit", size)
            .map(TaskRow.MAPPER)
            .list());
  }

  Optional<Task> update(long owner, long id, TaskUpdate update) {
    return database.call(handle ->
        ofOwner(handle, UPDATE, owner, id)
            .bind("title", update.title())
            .bind("setDescription", update.description().isSet())
            .bind("description", update.description().value())
            .bind("status", update.status() == null ? null : update.status().text())
            .bind("reopen", update.reopen())
            .bind("priority", update.priority() == null ? null : update.priority().text())
            .bind("setDueDate", update.dueDate().isSet())
            .bind("dueDate", Timestamps.toBind(update.dueDate().value()))
            .map(TaskRow.MAPPER)
            .findOne());
  }

  Optional<Task> setStatus(long owner, long id, TaskStatus status) {
    return database.call(handle ->
        ofOwner(handle, SET_STATUS, owner, id)
            .bind("status", status.text())
            .map(TaskRow.MAPPER)
            .findOne());
  }

  /** Deletes a task; tells whether there was one. */
  boolean delete(long owner, long id) {
    return database.call(
        handle -> handle.createUpdate(DELETE).bind("id", id).bind("owner", owner).execute() == 1);
  }

  TaskCounts count(long owner) {
    return database.call(
        handle -> handle.createQuery(COUNT).bind("owner", owner).map(COUNTS).one());
  }

  private static Query ofOwner(Handle handle, String sql, long owner, long id) {
    return handle.createQuery(sql).bind("id", id).bind("owner", owner);
  }

  private static Query matching(Handle handle, String sql, long owner, TaskQuery query) {
    return handle
        .createQuery(sql)
        .bind("owner", owner)
        .bind("status", query.status() == null ? null : query.status().text())
        .bind("priority", query.priority() == null ? null : query.priority().text());
  }
}
