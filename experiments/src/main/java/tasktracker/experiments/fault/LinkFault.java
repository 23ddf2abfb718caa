package tasktracker.experiments.fault;

/**
 * A fault of the network: it hits the connections to its target and leaves the processes alone.
 * Only a stack whose links run through proxies can have it.
 */
public sealed interface LinkFault extends Fault permits Latency, Loss, Disconnect {}
