package tasktracker.load.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.load.http.ScriptedServer.Exchange;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.workload.Finding;
import tasktracker.load.workload.LedgerReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds what a server does to the writes of a scenario file. */
class ReadBackTest {
  private static final String NUMBERED =
      """
      read_back:
        path: /notes
        items: /notes
        key: /id
        holds: [/text, /done]
      tasks:
        - requests:
            - name: First
              method: POST
              path: /notes
              json: { text: "first ${random.uuid}", done: false }
              capture: { first: { json: /id } }
              writes: "${first}"
            - name: Second
              method: POST
              path: /notes
              json: { text: "second ${random.uuid}", done: false }
              capture: { second: { json: /id } }
              writes: "${second}"
            - name: Finish
              method: PATCH
              path: /notes/${first}
              writes: { key: "${first}", holds: { /done: "true" } }
            - name: Delete
              method: DELETE
              path: /notes/${second}
              deletes: "${second}"
      """;

  private static final String NAMED =
      """
      read_back:
        path: /notes/${key}
        holds: [/text]
      tasks:
        - variables: { name: "${random.letters 12}" }
          requests:
            - method: PUT
              path: /notes/${name}
              json: { text: "words" }
              writes: "${name}"
      """;

  private final Notes notes = new Notes();

  @Test
  void findsNothingInAnHonestServer() throws Exception {
    LedgerReport report = audit(NUMBERED, 5, notes);

    assertThat(report)
        .isEqualTo(new LedgerReport(1, 20, 0, 0, 0, report.findings(), report.unread()));
    assertThat(report.findings()).isEmpty();
    assertThat(report.unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   acknowledged and not done,      LOST",
    "PATCH,  acknowledged and not done,      LOST",
    "DELETE, acknowledged and not done,      UNEXPECTED",
    "POST,   done twice,                     DUPLICATE",
    "POST,   refused and done,               UNEXPECTED",
    "POST,   altered,                        UNEXPECTED"
  })
  void findsWhatBecameOfWrites(String method, String deed, Finding.Kind kind) throws Exception {
    LedgerReport report = audit(NUMBERED, 3, once(method, Deed.of(deed)));

    assertThat(report.findings()).extracting(Finding::kind).containsExactly(kind);
    assertThat(report.findings().getFirst().account()).isEqualTo("user 7");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   unanswered and done,     1",
    "POST,   unanswered and not done, 0",
    "PATCH,  unanswered and done,     1",
    "PATCH,  unanswered and not done, 0",
    "DELETE, unanswered and done,     1",
    "DELETE, unanswered and not done, 0"
  })
  void takesWhateverBecameOfWritesWithoutAnAnswer(String method, String deed, long recovered)
      throws Exception {
    LedgerReport report = audit(NUMBERED, 3, once(method, Deed.of(deed)));

    assertThat(report.findings()).isEmpty();
    assertThat(report.unknown()).isOne();
    assertThat(report.recovered()).isEqualTo(recovered);
  }

  @ParameterizedTest
  @CsvSource({
    "acknowledged and not done, LOST",
    "altered,                   UNEXPECTED",
    "unanswered and done,       ",
    "unanswered and not done,   "
  })
  void readsRecordsByKeysThatUsersChoose(String deed, Finding.Kind kind) throws Exception {
    LedgerReport report = audit(NAMED, 3, once("PUT", Deed.of(deed)));

    assertThat(report.findings())
        .extracting(Finding::kind)
        .isEqualTo(Stream.ofNullable(kind).toList());
    assertThat(report.unread()).isEmpty();
  }

  @Test
  void callsAnUpdateLostWhereTheServerChoseTheValueBefore() throws Exception {
    String ofTheServer = NUMBERED.replace(", done: false", "");

    LedgerReport report = audit(ofTheServer, 3, once("PATCH", Deed.ACKNOWLEDGED_AND_NOT_DONE));

    assertThat(report.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.LOST);
  }

  @Test
  void findsACreateThatWasLostWhereItsKeyWasGivenAgain() throws Exception {
    Script forgetful =
        exchange -> {
          boolean second =
              exchange.requestLine().startsWith("POST") && exchange.body().contains("second");
          if (second) {
            notes.stored.clear();
            notes.last = 100;
          }
          notes.answer(exchange);
        };
    String creates = NUMBERED.substring(0, NUMBERED.indexOf("      - name: Finish"));

    assertThat(audit(creates, 1, forgetful).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.kind()).isEqualTo(Finding.Kind.LOST);
          assertThat(finding.what()).contains("its key was given to a later create");
        });
  }

  @Test
  void comparesObjectsWhateverTheOrderOfTheirKeys() throws Exception {
    String nested =
        """
        read_back: { path: "/notes/${key}", holds: [/meta] }
        tasks:
          - method: PUT
            path: /notes/a
            json: { meta: { b: [1.0, { y: 2, x: 1 }], a: true } }
            writes: a
        """;
    Script sorting =
        exchange -> {
          if (exchange.requestLine().startsWith("PUT")) {
            notes.stored.put(
                "a",
                (ObjectNode)
                    Notes.JSON.readTree("{\"meta\":{\"a\":true,\"b\":[1,{\"x\":1.0,\"y\":2}]}}"));
            exchange.ok("{}");
          } else {
            notes.answer(exchange);
          }
        };

    assertThat(audit(nested, 3, sorting).findings()).isEmpty();
  }

  @Test
  void readsAListPageByPage() throws Exception {
    String paged = NUMBERED.replace("path: /notes\n  items", "path: /notes?skip=${read}\n  items");

    LedgerReport report = audit(paged, 7, notes);

    assertThat(report.accounts()).isOne();
    assertThat(report.findings()).isEmpty();
    assertThat(notes.pages).as("seven notes, two a page, and an empty one").isEqualTo(5);
  }

  @Test
  void passesOverWhatOthersWroteToASharedList() throws Exception {
    notes.stored.put("900", note("900", "of somebody else"));
    String shared = NUMBERED.replace("  key: /id\n", "  key: /id\n  shared: true\n");

    assertThat(audit(NUMBERED, 1, notes).findings())
        .singleElement()
        .extracting(Finding::key)
        .isEqualTo("900");
    notes.stored.keySet().removeIf(key -> !key.equals("900"));
    assertThat(audit(shared, 1, notes).findings()).isEmpty();
  }

  @Test
  void namesAUserWhoseRecordsCannotBeRead() throws Exception {
    String elsewhere = NUMBERED.replace("items: /notes", "items: /entries");

    LedgerReport report = audit(elsewhere, 1, notes);

    assertThat(report.accounts()).isZero();
    assertThat(report.unread()).containsExactly("user 7");
    assertThat(report.nothingLost()).isFalse();
  }

  @Test
  void comparesNumbersByTheirValue() throws Exception {
    String priced =
        """
        read_back: { path: "/notes/${key}", holds: [/price] }
        tasks:
          - method: PUT
            path: /notes/a
            json: { price: 1.50 }
            writes: a
          - method: PUT
            path: /notes/b
            form: { price: "2.50" }
            writes: { key: b, holds: { /price: "2.50" } }
        """;
    Script rounding =
        exchange -> {
          if (exchange.requestLine().startsWith("PUT")) {
            boolean first = exchange.requestLine().contains("/a ");
            notes.stored.put(
                first ? "a" : "b", note("x", "priced").put("price", first ? 1.5 : 2.5));
            exchange.ok("{}");
          } else {
            notes.answer(exchange);
          }
        };

    assertThat(audit(priced, 20, rounding).findings()).isEmpty();
  }

  @Test
  void takesAnUpdateThatCapturesItsKeyAgainForNoCreate() throws Exception {
    String again =
        NUMBERED.replace(
            "writes: { key: \"${first}\", holds: { /done: \"true\" } }",
            "capture: { first: { json: /id } }\n"
                + "        writes: { key: \"${first}\", holds: { /done: \"true\" } }");

    assertThat(audit(again, 3, once("PATCH", Deed.UNANSWERED_AND_DONE)).findings()).isEmpty();
  }

  @Test
  void allowsALateWriteAfterTheRecordWasDeleted() throws Exception {
    String recreated =
        """
        read_back: { path: "/notes/${key}", holds: [/text] }
        tasks:
          - requests:
              - { method: PUT, path: /notes/a, json: { text: one }, writes: a }
          - requests:
              - { method: DELETE, path: /notes/a, deletes: a }
        """;
    // It is put there again after everything, as a write that nobody answered for may be.
    Script late =
        exchange -> {
          if (exchange.requestLine().startsWith("GET")) {
            notes.stored.put("a", note("a", "one"));
          }
          if (exchange.requestLine().startsWith("PUT")) {
            exchange.respond("503 Service Unavailable", "{}");
          } else {
            notes.answer(exchange);
          }
        };

    LedgerReport report = audit(recreated, 20, late);

    assertThat(report.unknown()).isPositive();
    assertThat(report.acknowledged()).isPositive();
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void losesNothingOfARunWhoseUsersHaveNoPathToReadYet() throws Exception {
    String unread = NUMBERED.replace("path: /notes\n  items", "path: /notes?of=${first}\n  items");

    assertThat(audit(unread, 0, notes)).isEqualTo(audit(NUMBERED, 0, notes));
  }

  private static LedgerReport audit(String yaml, int tasks, Script script) throws Exception {
    try (OneUser user = new OneUser(yaml, script).start().doTasks(tasks)) {
      return user.audit();
    }
  }

  /** Does that to the first write of this kind, and is honest otherwise. */
  private Script once(String method, Deed deed) {
    boolean[] done = new boolean[1];
    return exchange -> {
      if (done[0] || !exchange.requestLine().startsWith(method)) {
        notes.answer(exchange);
      } else {
        done[0] = true;
        deed.answer(notes, exchange);
      }
    };
  }

  private static ObjectNode note(String id, String text) {
    return Notes.JSON.createObjectNode().put("id", id).put("text", text);
  }

  /** What a server may do with a write. */
  enum Deed {
    ACKNOWLEDGED_AND_NOT_DONE,
    DONE_TWICE,
    REFUSED_AND_DONE,
    ALTERED,
    UNANSWERED_AND_DONE,
    UNANSWERED_AND_NOT_DONE;

    /** As tables have it. */
    static Deed of(String words) {
      return valueOf(words.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    void answer(Notes notes, Exchange exchange) throws IOException {
      switch (this) {
        case ACKNOWLEDGED_AND_NOT_DONE -> {
          Map<String, ObjectNode> before = new TreeMap<>(notes.stored);
          before.replaceAll((_, note) -> note.deepCopy());
          notes.answer(exchange);
          notes.stored.clear();
          notes.stored.putAll(before);
        }
        case DONE_TWICE -> {
          notes.answer(quietly(exchange));
          notes.answer(exchange);
        }
        case REFUSED_AND_DONE -> {
          notes.answer(quietly(exchange));
          exchange.respond("422 Unprocessable Content", "{}");
        }
        case ALTERED -> {
          notes.answer(exchange);
          notes.stored.lastEntry().getValue().put("text", "something else");
        }
        case UNANSWERED_AND_DONE -> {
          notes.answer(quietly(exchange));
          exchange.respond("503 Service Unavailable", "{}");
        }
        case UNANSWERED_AND_NOT_DONE -> exchange.respond("503 Service Unavailable", "{}");
      }
    }

    /** The same request; its answer goes nowhere. */
    private static Exchange quietly(Exchange exchange) {
      Socket nowhere =
          new Socket() {
            private final ByteArrayOutputStream out = new ByteArrayOutputStream();

            @Override
            public ByteArrayOutputStream getOutputStream() {
              return out;
            }
          };
      return new Exchange(exchange.head(), exchange.body(), nowhere, InputStream.nullInputStream());
    }
  }

  /** Notes with a number of the server's, or a name of the client's. */
  static final class Notes implements Script {
    private static final JsonMapper JSON = new JsonMapper();

    private final TreeMap<String, ObjectNode> stored = new TreeMap<>();
    private int last = 100;
    private int pages;

    @Override
    public void answer(Exchange exchange) throws IOException {
      String[] line = exchange.requestLine().split(" ", -1);
      String[] path = line[1].split("[/?=]", -1);
      switch (line[0]) {
        case "POST" -> store(exchange, Integer.toString(++last));
        case "PUT" -> store(exchange, path[2]);
        case "PATCH" -> finish(exchange, stored.get(path[2]));
        case "DELETE" -> {
          stored.remove(path[2]);
          exchange.send("HTTP/1.1 204 No Content\r\n\r\n");
        }
        default -> read(exchange, line[1], path);
      }
    }

    private void store(Exchange exchange, String id) throws IOException {
      ObjectNode note = (ObjectNode) JSON.readTree(exchange.body());
      note.put("id", id);
      stored.put(id, note);
      exchange.ok(note.toString());
    }

    private static void finish(Exchange exchange, ObjectNode note) throws IOException {
      if (note == null) {
        exchange.respond("404 Not Found", "{}");
      } else {
        exchange.ok(note.put("done", true).toString());
      }
    }

    private void read(Exchange exchange, String target, String[] path) throws IOException {
      if (!target.startsWith("/notes/")) {
        pages++;
        boolean paged = target.contains("skip=");
        exchange.ok(
            stored.values().stream()
                .skip(paged ? Integer.parseInt(path[3]) : 0)
                .limit(paged ? 2 : Integer.MAX_VALUE)
                .map(ObjectNode::toString)
                .collect(Collectors.joining(",", "{\"notes\":[", "]}")));
      } else if (stored.containsKey(path[2])) {
        exchange.ok(stored.get(path[2]).toString());
      } else {
        exchange.respond("404 Not Found", "{}");
      }
    }
  }
}
