package tasktracker.load.model;

/**
 * How load is offered. In a closed model a fixed number of users waits for each answer before the
 * next request, so a slow server is asked less often; results of the two kinds must not be compared
 * without naming the model.
 */
public sealed interface LoadModel permits ClosedModel {

  /** The largest number of virtual users that run at the same time. */
  int users();

  /** Name of the kind of model for results and charts, for example {@code closed}. */
  String kind();
}
