package tasktracker.stack.fault;

/**
 * A fault of the network: it hits the connections to its target and leaves the processes alone. In
 * processes it takes proxies on their links, in containers latency alone does.
 */
public sealed interface LinkFault extends Fault permits Latency, Loss, Disconnect {}
