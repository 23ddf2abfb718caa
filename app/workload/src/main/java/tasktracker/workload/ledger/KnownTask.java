package tasktracker.workload.ledger;

/** A task whose id the user has seen, with everything the user did to it. */
final class KnownTask {
  private final String firstTitle;
  private final Register<Content> content;
  private final Register<String> status;
  private Presence presence = Presence.PRESENT;

  /** Whether the task must be there. */
  enum Presence {
    PRESENT,
    EITHER,
    ABSENT
  }

  KnownTask(Content content, String status) {
    this.firstTitle = content.title();
    this.content = new Register<>(content);
    this.status = new Register<>(status);
  }

  String firstTitle() {
    return firstTitle;
  }

  Register<Content> content() {
    return content;
  }

  Register<String> status() {
    return status;
  }

  Presence presence() {
    return presence;
  }

  void delete(Answer answer) {
    switch (answer) {
      case ACKNOWLEDGED -> presence = Presence.ABSENT;
      case UNKNOWN -> presence = presence == Presence.ABSENT ? presence : Presence.EITHER;
      case REFUSED -> {
        // Still there, or gone already by a delete of unknown outcome.
      }
    }
  }
}
