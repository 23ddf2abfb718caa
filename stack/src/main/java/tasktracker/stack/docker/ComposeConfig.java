package tasktracker.stack.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;
import tasktracker.stack.Ports;
import tasktracker.stack.ServiceSpec;
import tasktracker.stack.embedded.StackOwner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the compose files of a project say together.
 *
 * @param json as {@code docker compose config} prints it
 */
record ComposeConfig(ComposeProject project, JsonNode json) {
  static final String NEEDED =
      "%s: Docker Compose 2 is needed to read compose files: install the plug-in"
          + " (https://docs.docker.com/compose/install)";

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads it.
   *
   * @throws EnvironmentException when Compose does not take the files, or is no version 2
   * @throws UsageException when the entry is no service of them
   */
  static ComposeConfig of(ComposeProject project) {
    String printed = project.compose().config();
    try {
      ComposeConfig config = new ComposeConfig(project, JSON.readTree(printed));
      config.requireEntry();
      return config;
    } catch (JacksonException e) {
      throw new EnvironmentException(NEEDED.formatted(project.name()), e);
    }
  }

  private void requireEntry() {
    List<String> names = names();
    UsageException.unless(
        names.contains(project.entry()),
        "%s: entry %s is none of the services %s",
        project.name(),
        project.entry(),
        names);
  }

  private List<String> names() {
    return List.copyOf(services().propertyNames());
  }

  private JsonNode services() {
    return json.path("services");
  }

  boolean builds() {
    return services().valueStream().anyMatch(service -> service.has("build"));
  }

  /**
   * Checks that nobody listens on the ports that its services publish.
   *
   * @throws EnvironmentException naming the first that is taken, and by whom
   */
  void requireFreePorts() {
    services()
        .forEachEntry((name, service) -> {
          for (JsonNode port : service.path("ports")) {
            String published = port.path("published").asString("");
            if (published.matches("\\d{1,5}") && !published.equals("0")) {
              Ports.requireFree(
                  "%s of %s".formatted(name, project.name()), Integer.parseInt(published));
            }
          }
        });
  }

  /** The services and who needs whom, as an architecture has them. */
  Architecture architecture() {
    List<ServiceSpec> specs = new ArrayList<>();
    services()
        .forEachEntry((name, service) -> {
          Map<String, String> calls = new LinkedHashMap<>();
          service.path("depends_on").propertyNames().forEach(needed -> calls.put(needed, needed));
          int port = name.equals(project.entry()) ? project.port() : 0;
          specs.add(new ServiceSpec(name, name, port, true, null, calls, Map.of(), List.of()));
        });
    return new Architecture(project.name(), project.entry(), List.of(), specs);
  }

  /**
   * What is added to the files: labels by which the lab finds its containers, processors, a port of
   * the entry where it publishes none, and names that are the project's own, so that nothing of the
   * user's is used or removed.
   *
   * @param cpus the processors, or null for all
   */
  String override(String cpus) {
    Map<String, Object> services = new LinkedHashMap<>();
    services().forEachEntry((name, service) -> services.put(name, addition(name, service, cpus)));
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("services", services);
    for (String kind : List.of("volumes", "networks")) {
      Map<String, Object> own = ownNames(json.path(kind));
      if (!own.isEmpty()) {
        whole.put(kind, own);
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
  }

  private Map<String, Object> addition(String name, JsonNode service, String cpus) {
    Map<String, Object> addition = new LinkedHashMap<>();
    addition.put(
        "labels",
        Map.of("tasktracker.name", name, Owner.LABEL, StackOwner.thisProcess().toString()));
    if (cpus != null) {
      addition.put("cpuset", cpus);
    }
    if (service.has("container_name")) {
      addition.put("container_name", project.project() + "-" + name);
    }
    if (name.equals(project.entry()) && !publishesEntry(service)) {
      addition.put("ports", List.of("127.0.0.1::" + project.port()));
    }
    return addition;
  }

  private boolean publishesEntry(JsonNode service) {
    return service
        .path("ports")
        .valueStream()
        .anyMatch(port -> port.path("target").asInt() == project.port());
  }

  private Map<String, Object> ownNames(JsonNode named) {
    Map<String, Object> names = new LinkedHashMap<>();
    named.forEachEntry((key, value) -> {
      if (!value.path("external").asBoolean(false)) {
        names.put(key, Map.of("name", project.project() + "_" + key));
      }
    });
    return names;
  }
}
