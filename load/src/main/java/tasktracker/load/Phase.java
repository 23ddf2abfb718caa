package tasktracker.load;

/** Stages of a load test, in their order. Results come from {@link #MEASUREMENT} alone. */
public enum Phase {
  /** Accounts and data are made. */
  SET_UP("set-up"),
  /** Users are spawned. */
  RAMP_UP("ramp-up"),
  /** All users are running; what is left of the warm-up time. */
  WARM_UP("warm-up"),
  MEASUREMENT("measurement"),
  /** Requests in flight are awaited, users end. */
  WIND_DOWN("wind-down");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
