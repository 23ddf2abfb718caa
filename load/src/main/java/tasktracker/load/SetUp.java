package tasktracker.load;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tasktracker.load.http.HttpSession;
import tasktracker.load.http.Sessions;
import tasktracker.load.scenario.SetUpException;
import tasktracker.load.scenario.UserContext;

/** Prepares all users, several at a time. */
final class SetUp {
  private static final int AT_A_TIME = 32;

  private final List<PreparedUser> users;
  private final Sessions sessions;
  private final AtomicInteger prepared = new AtomicInteger();

  SetUp(LoadPlan plan, LoadShare share, Sessions sessions) {
    this.users = newUsers(plan, share);
    this.sessions = sessions;
  }

  int prepared() {
    return prepared.get();
  }

  /**
   * Prepares the users while the heartbeat goes on.
   *
   * @throws SetUpException for the first failure
   */
  List<PreparedUser> run(Heartbeat heartbeat) throws InterruptedException {
    ExecutorService pool =
        Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().name("set-up").factory());
    try {
      users.forEach(user -> pool.execute(() -> prepare(user, heartbeat)));
      heartbeat.await(() -> prepared.get() == users.size());
    } finally {
      if (prepared.get() < users.size()) {
        sessions.abort();
      }
      pool.shutdownNow();
      pool.close();
    }
    return users;
  }

  private void prepare(PreparedUser user, Heartbeat heartbeat) {
    try (HttpSession session = sessions.open(new SetUpLog(user.number()))) {
      user.behaviour().setUp(session);
      prepared.incrementAndGet();
      heartbeat.wake();
    } catch (SetUpException e) {
      heartbeat.fail(e);
    } catch (Throwable e) {
      String message = "set-up of user %s failed: %s".formatted(user.number(), e);
      heartbeat.fail(new SetUpException(message, e));
    }
  }

  /**
   * In their order, so that the same seed gives each user the same random numbers. The run's own
   * name alone has nothing to do with the seed.
   */
  private static List<PreparedUser> newUsers(LoadPlan plan, LoadShare share) {
    SplittableRandom seeds = RandomStreams.of(plan.seed()).users();
    String runId = Long.toUnsignedString(new SplittableRandom().nextLong(), Character.MAX_RADIX);
    List<PreparedUser> users = new ArrayList<>();
    for (int number = 0; number < plan.model().users(); number++) {
      SplittableRandom random = seeds.split();
      if (share.holds(number)) {
        UserContext context = new UserContext(number, runId, random);
        users.add(new PreparedUser(number, plan.scenario().newUser(context), random));
      }
    }
    return users;
  }
}
