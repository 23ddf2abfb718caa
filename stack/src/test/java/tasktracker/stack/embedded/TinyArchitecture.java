package tasktracker.stack.embedded;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tasktracker.stack.Architecture;
import tasktracker.stack.DatabaseSpec;
import tasktracker.stack.Ports;
import tasktracker.stack.ServiceSpec;

/** An architecture of tiny services on free ports: a front that calls a back with a database. */
final class TinyArchitecture {
  private TinyArchitecture() {}

  static Architecture healthy() {
    return behaving("healthy");
  }

  /** The back service behaves as {@link TinyService} describes. */
  static Architecture behaving(String behaviour) {
    Iterator<Integer> ports = Ports.free(3, Set.of()).iterator();
    return new Architecture(
        "tiny",
        "front",
        List.of(new DatabaseSpec("back_db", ports.next(), "back", null)),
        List.of(
            new ServiceSpec(
                "front",
                "tiny-service",
                ports.next(),
                false,
                null,
                Map.of("BACK_URLS", "back"),
                null,
                null),
            new ServiceSpec(
                "back",
                "tiny-service",
                ports.next(),
                true,
                "back_db",
                null,
                Map.of("BEHAVIOUR", behaviour),
                null)));
  }
}
