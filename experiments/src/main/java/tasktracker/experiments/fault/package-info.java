/**
 * What can be broken in a stack and how that is done: a {@link
 * tasktracker.experiments.fault.FaultInjector} begins a {@link tasktracker.experiments.fault.Fault}
 * on a {@link tasktracker.experiments.fault.FaultTarget}, verifies that it took effect, undoes it
 * whatever happens, and answers with an {@link tasktracker.experiments.fault.Injection}. Runtimes
 * offer what they can break as a {@link tasktracker.experiments.fault.FaultSurface}.
 */
package tasktracker.experiments.fault;
