package tasktracker.load;

import java.util.random.RandomGenerator;
import tasktracker.load.scenario.VirtualUser;

/** A user whose set-up is done. */
record PreparedUser(int number, VirtualUser behaviour, RandomGenerator random) {}
