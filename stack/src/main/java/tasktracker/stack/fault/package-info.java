/**
 * What can be broken in a stack and how that is done: a {@link
 * tasktracker.stack.fault.FaultInjector} begins a {@link tasktracker.stack.fault.Fault} on a {@link
 * tasktracker.stack.fault.FaultTarget}, verifies that it took effect, undoes it whatever happens,
 * and answers with an {@link tasktracker.stack.fault.Injection}. Runtimes offer what they can break
 * as a {@link tasktracker.stack.fault.FaultSurface}.
 */
package tasktracker.stack.fault;
