package tasktracker.load.watch;

/** May a claim rest on a run? Spelled in files as it is here. */
public enum Validity {
  /** Yes. */
  VALID,
  /** With care: something was not as it should be. No, where the system still warmed up. */
  SUSPECT,
  /** No: it is shown, and left out of every claim. */
  INVALID
}
