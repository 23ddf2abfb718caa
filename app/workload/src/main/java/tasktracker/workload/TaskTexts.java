package tasktracker.workload;

import java.util.List;
import java.util.random.RandomGenerator;

/** Random contents of tasks. Their mean size is the same at every moment of a run. */
final class TaskTexts {
  private static final List<String> STATUSES = List.of("todo", "in_progress", "done");
  private static final List<String> PRIORITIES = List.of("low", "medium", "high");
  private static final List<String> WORDS =
      List.of(
          "review",
          "report",
          "measure",
          "deploy",
          "refactor",
          "document",
          "meeting",
          "release",
          "budget",
          "invoice",
          "database",
          "gateway",
          "backlog",
          "customer",
          "estimate",
          "design");
  private static final int TITLE_WORDS = 3;
  private static final int LEAST_DESCRIPTION_WORDS = 6;
  private static final int MOST_DESCRIPTION_WORDS = 14;

  private final RandomGenerator random;
  private final boolean numbered;
  private int written;

  /**
   * Texts drawn from these random numbers.
   *
   * @param numbered whether each title ends with a number that no other has
   */
  TaskTexts(RandomGenerator random, boolean numbered) {
    this.random = random;
    this.numbered = numbered;
  }

  String newTask() {
    return task(",\"status\":\"" + any(STATUSES) + "\"");
  }

  /** New title, description and priority; the status is left alone. */
  String changedTask() {
    return task("");
  }

  String statusFilter() {
    return "?status=" + any(STATUSES);
  }

  String priorityFilter() {
    return "?priority=" + any(PRIORITIES);
  }

  private String task(String more) {
    StringBuilder json = new StringBuilder(256);
    json.append("{\"title\":\"");
    appendWords(json, TITLE_WORDS);
    if (numbered) {
      json.append(" #").append(++written);
    }
    json.append("\",\"description\":\"");
    appendWords(json, random.nextInt(LEAST_DESCRIPTION_WORDS, MOST_DESCRIPTION_WORDS + 1));
    json.append("\",\"priority\":\"").append(any(PRIORITIES)).append('"').append(more);
    return json.append('}').toString();
  }

  private void appendWords(StringBuilder text, int count) {
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(any(WORDS));
    }
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
