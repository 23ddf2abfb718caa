package tasktracker.experiments;

import java.util.List;
import java.util.Optional;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.system.ArchitectureSystem;

/** Says what is compared with what: how many processes, and how much CPU they share. */
public final class ComparedSystems {
  private ComparedSystems() {}

  /** One sentence without its end; of architectures that a user described, it tells the file. */
  public static String of(SweepSettings settings, Optional<CpuBudget> budget) {
    List<String> shapes =
        settings.architectures().stream().map(name -> shape(name, settings)).toList();
    return String.join(" with ", shapes)
        + "; "
        + budget.map(CpuBudget::toString).orElseGet(() -> cpu(settings));
  }

  private static String shape(String name, SweepSettings settings) {
    String target = settings.targets().getOrDefault(name, name);
    String file =
        settings
            .architectureFiles()
            .getOrDefault(name, ArchitectureCatalog.BUILT_IN.contains(target) ? null : target);
    return file == null
        ? "%s (%s)"
            .formatted(
                name,
                ArchitectureSystem.description(
                    ArchitectureCatalog.find(target), settings.replicas()))
        : "%s (%s)".formatted(name, file);
  }

  private static String cpu(SweepSettings settings) {
    return settings.cpuPerInstance() == null
        ? "no limit of CPU but the machine"
        : settings.cpuPerInstance() + " CPU at most for each instance";
  }
}
