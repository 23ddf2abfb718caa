package tasktracker.stack.docker;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.StackOwner;

/** How a stack is deployed, as the variables that the compose files know. */
final class ComposeVariables {
  private ComposeVariables() {}

  /** Those of a stack that this process starts; the map is the caller's to add to. */
  static Map<String, String> of(StackOptions options) {
    Map<String, String> variables = new HashMap<>(options.environment());
    variables.put("REPLICAS", String.valueOf(options.replicas()));
    options.cpus().ifPresent(set -> variables.put("STACK_CPUSET", set.toString()));
    options
        .cpuPerInstance()
        .ifPresent(limit -> {
          String text = String.format(Locale.ROOT, "%.2f", limit);
          variables.put("SERVICE_CPUS", text);
          variables.put("DATABASE_CPUS", text);
        });
    CpuQuota.of(options).ifPresent(quota -> variables.put(CpuQuota.JVM_VARIABLE, quota.jvmFlag()));
    if (options.openEntry()) {
      variables.put("ENTRY_ADDRESS", "0.0.0.0");
    }
    if (options.training()) {
      variables.putAll(TrainedImage.variablesOfTraining());
    }
    variables.put(
        Owner.VARIABLE, options.detached() ? Owner.DETACHED : StackOwner.thisProcess().toString());
    return variables;
  }
}
