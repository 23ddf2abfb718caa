package tasktracker.load;

import java.util.concurrent.locks.LockSupport;

/** Monotonic time, and waiting for it. */
interface NanoClock {
  /** Nanoseconds for longer than any test lasts, and yet comparable with every moment. */
  long FAR_FUTURE_NANOS = Long.MAX_VALUE / 4;

  /** {@link System#nanoTime()}; waiting costs no processor time, and may end early. */
  NanoClock SYSTEM =
      new NanoClock() {
        @Override
        public long now() {
          return System.nanoTime();
        }

        @Override
        public void await(long nanos) {
          LockSupport.parkNanos(this, nanos - System.nanoTime());
        }
      };

  long now();

  /** Waits until the given moment at most. */
  void await(long nanos);
}
