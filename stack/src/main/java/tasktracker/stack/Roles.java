package tasktracker.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which members of one kind have which roles. */
record Roles(Map<String, List<String>> byMember) {

  static Roles ofServices(Architecture architecture) {
    Map<String, List<String>> roles = new LinkedHashMap<>();
    architecture.services().forEach(service -> roles.put(service.name(), service.roles()));
    return new Roles(roles);
  }

  static Roles ofDatabases(Architecture architecture) {
    Map<String, List<String>> roles = new LinkedHashMap<>();
    architecture.databases().forEach(database -> roles.put(database.name(), database.roles()));
    return new Roles(roles);
  }

  Optional<String> counterpart(Roles others, String member) {
    if (byMember.containsKey(member)) {
      return Optional.of(member);
    }
    return others.byMember.getOrDefault(member, List.of()).stream()
        .flatMap(role -> having(role).stream())
        .findFirst();
  }

  private Optional<String> having(String role) {
    return byMember.entrySet().stream()
        .filter(member -> member.getValue().contains(role))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
