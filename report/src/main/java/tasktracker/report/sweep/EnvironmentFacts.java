package tasktracker.report.sweep;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tasktracker.report.html.Block.Fact;
import tools.jackson.databind.JsonNode;

/** On what and how an experiment was run, as its {@code config.json} says. */
final class EnvironmentFacts {

  private static final String UNKNOWN = "not recorded";
  private static final double GB = 1024.0 * 1024 * 1024;

  private final JsonNode config;
  private final JsonNode machine;

  EnvironmentFacts(JsonNode config) {
    this.config = config;
    machine = config.path("environment");
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Processor", text(machine, "cpu_model").orElse(UNKNOWN)));
    facts.add(new Fact("Logical CPUs", text(machine, "cpus").orElse(UNKNOWN)));
    facts.add(new Fact("Memory", memory()));
    facts.add(new Fact("System", text(machine, "operating_system").orElse(UNKNOWN)));
    facts.add(new Fact("JDK", text(machine, "jdk").orElse(UNKNOWN)));
    facts.add(new Fact("Lab, git state", text(machine, "git_commit").orElse(UNKNOWN)));
    facts.add(new Fact("Runtime of the stacks", text(config, "runtime").orElse(UNKNOWN)));
    facts.add(new Fact("CPU isolation", isolation()));
    facts.add(new Fact("Flags of service JVMs", flags()));
    facts.add(new Fact("Memory counted as", text(config, "memory_kind").orElse(UNKNOWN)));
    facts.add(new Fact("PostgreSQL", text(config, "postgresql").orElse(UNKNOWN)));
    text(config, "generator").ifPresent(name -> facts.add(new Fact("Load generator", name)));
    facts.add(new Fact("Load model", text(config, "load_model").orElse(UNKNOWN)));
    facts.add(new Fact("Seed", text(config, "seed").orElse(UNKNOWN)));
    facts.add(new Fact("Begun", text(config, "start_time").orElse(UNKNOWN)));
    facts.add(new Fact("Ended", text(config, "end_time").orElse("not yet, or interrupted")));
    return facts;
  }

  private String memory() {
    return machine.path("memory_bytes").isNumber()
        ? String.format(Locale.ENGLISH, "%.1f GB", machine.path("memory_bytes").asDouble() / GB)
        : UNKNOWN;
  }

  private String isolation() {
    Optional<String> generator = text(config, "generator_cpus");
    Optional<String> stack = text(config, "stack_cpus");
    if (generator.isPresent() && stack.isPresent()) {
      return "generator on CPU %s, stack on CPU %s".formatted(generator.get(), stack.get());
    }
    return text(config, "isolation_reason").map("none: "::concat).orElse(UNKNOWN);
  }

  private String flags() {
    JsonNode flags = config.path("jvm_flags");
    return flags.isEmpty()
        ? UNKNOWN
        : StreamSupport.stream(flags.spliterator(), false)
            .map(JsonNode::asString)
            .collect(joining(" "));
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Stream.of(node.path(key))
        .filter(value -> value.isValueNode() && !value.isNull())
        .map(JsonNode::asString)
        .findFirst();
  }
}
