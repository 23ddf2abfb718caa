package tasktracker.experiments.stack;

import java.net.URI;
import java.util.List;

/** A running deployment of an architecture. Closing it takes down what it started. */
public interface Stack extends AutoCloseable {
  /** Name of the architecture. */
  String architecture();

  /** Where requests from outside go. */
  URI entry();

  /** The members that can be told apart and measured; empty where only the entry is known. */
  List<Instance> instances();

  /** Takes down what this object started; does nothing the second time. */
  @Override
  void close();
}
