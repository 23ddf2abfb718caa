package tasktracker.workload;

import java.util.random.RandomGenerator;
import tasktracker.load.scenario.Request;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.UserTask;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;
import tools.jackson.databind.JsonNode;

/** One person: looks at the list most of the time, and changes something now and then. */
final class TaskTrackerUser implements VirtualUser {
  private static final String TASKS = "/api/v1/tasks/";

  private final RandomGenerator random;
  private final int workingSet;
  private final Account account;
  private final TaskTexts texts;
  private final OwnTasks own;
  private final WriteLog writes;
  private final WeightedTasks tasks =
      WeightedTasks.of(70, loggedIn(this::listAll))
          .and(21, loggedIn(this::listFiltered))
          .and(14, withTask(this::getSingle))
          .and(20, loggedIn(this::create))
          .and(7, withTask(this::update))
          .and(3, withTask(this::markComplete))
          .and(2, withTask(this::markIncomplete))
          .and(3, withTask(this::delete))
          .and(10, loggedIn(this::stats))
          .and(7, loggedIn(this::userInfo));

  TaskTrackerUser(UserContext context, int workingSet) {
    this(context, workingSet, Account.of(context), false, WriteLog.NONE);
  }

  /** A user whose writes are remembered. */
  TaskTrackerUser(UserContext context, int workingSet, Account account, WriteLog writes) {
    this(context, workingSet, account, true, writes);
  }

  private TaskTrackerUser(
      UserContext context, int workingSet, Account account, boolean numbered, WriteLog writes) {
    this.random = context.random();
    this.workingSet = workingSet;
    this.account = account;
    this.texts = new TaskTexts(random, numbered);
    this.own = new OwnTasks(random);
    this.writes = writes;
  }

  @Override
  public void setUp(Session session) {
    account.register(session);
    account.logIn(session);
    while (own.size() < workingSet) {
      add(session);
    }
  }

  @Override
  public void onStart(Session session) {
    account.logIn(session);
  }

  @Override
  public WeightedTasks tasks() {
    return tasks;
  }

  private UserTask loggedIn(UserTask task) {
    return session -> {
      account.renewLogIn(session);
      task.run(session);
    };
  }

  /** For tasks that need a task of the user; after an outage there may be none. */
  private UserTask withTask(UserTask task) {
    return loggedIn(session -> {
      if (own.isEmpty()) {
        add(session);
      } else {
        task.run(session);
      }
    });
  }

  private void listAll(Session session) {
    Response response = session.get(TASKS).named("[Tasks] List All").expect(200).send();
    if (response.ok() && own.areUncertain()) {
      JsonNode tasks = response.json().get("tasks");
      own.replaceBy(tasks);
      writes.listed(tasks);
    }
  }

  /** Every status and priority is asked for as often, so that the mean answer is a third of all. */
  private void listFiltered(Session session) {
    String path = TASKS + (random.nextBoolean() ? texts.statusFilter() : texts.priorityFilter());
    session.get(path).named("[Tasks] List Filtered").expect(200).send();
  }

  private void getSingle(Session session) {
    onOne(session.get(TASKS + own.any()).named("[Tasks] Get Single"));
  }

  private void update(Session session) {
    long id = own.any();
    String task = texts.changedTask();
    Response response = onOne(session.put(TASKS + id).named("[Tasks] Update").json(task));
    writes.updated(id, task, response);
  }

  private void markComplete(Session session) {
    long id = own.any();
    Response response =
        onOne(session.patch(TASKS + id + "/complete").named("[Tasks] Mark Complete"));
    writes.moved(id, "done", response);
  }

  private void markIncomplete(Session session) {
    long id = own.any();
    Response response =
        onOne(session.patch(TASKS + id + "/incomplete").named("[Tasks] Mark Incomplete"));
    writes.moved(id, "todo", response);
  }

  private void create(Session session) {
    add(session);
    while (own.size() > workingSet) {
      removeAny(session);
    }
  }

  private void delete(Session session) {
    removeAny(session);
    if (own.isEmpty()) {
      add(session);
    }
  }

  private void stats(Session session) {
    session.get("/api/v1/stats/").named("[Stats] Get User Stats").expect(200).send();
  }

  private void userInfo(Session session) {
    session.get("/api/v1/auth/me").named("[Auth] Get User Info").expect(200).send();
  }

  private Response onOne(Request request) {
    Response response = request.expect(200).send();
    if (!response.ok()) {
      own.becomeUncertain();
    }
    return response;
  }

  private void add(Session session) {
    String task = texts.newTask();
    Response response = session.post(TASKS).named("[Tasks] Create").json(task).expect(201).send();
    writes.created(task, response);
    if (response.ok()) {
      own.add(response.json().get("id").asLong());
    } else {
      own.becomeUncertain();
    }
  }

  private void removeAny(Session session) {
    long id = own.removeAny();
    Response response = session.delete(TASKS + id).named("[Tasks] Delete").expect(204).send();
    writes.deleted(id, response);
    if (!response.ok()) {
      own.becomeUncertain();
    }
  }
}
