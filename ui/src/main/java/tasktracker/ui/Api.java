package tasktracker.ui;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import tasktracker.report.RepeatCommand;
import tasktracker.results.JsonFile;
import tasktracker.ui.archive.ExperimentArchive;
import tasktracker.ui.archive.ExperimentState;
import tasktracker.ui.archive.ExperimentSummary;
import tasktracker.ui.archive.Note;
import tasktracker.ui.form.CommandForms;
import tasktracker.ui.job.Job;
import tasktracker.ui.job.JobQueue;
import tasktracker.ui.refusal.RefusalException;
import tasktracker.ui.study.Studies;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages and programs ask for, as {@code openapi.json} describes it. */
final class Api {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LARGEST_BODY = 64 << 10;

  /** A command that cannot be carried out says so within this time, on most machines. */
  private static final long LOOKS = 80;

  private static final long LOOK_MILLIS = 100;

  private final ExperimentArchive archive;
  private final Studies studies;
  private final JobQueue jobs;
  private final CommandForms forms;
  private final EventStreams streams;
  private final StoredFiles files;

  Api(
      ExperimentArchive archive,
      Studies studies,
      JobQueue jobs,
      CommandForms forms,
      EventStreams streams,
      DashboardSettings settings) {
    this.archive = archive;
    this.studies = studies;
    this.jobs = jobs;
    this.forms = forms;
    this.streams = streams;
    this.files = new StoredFiles(archive, settings.plots());
  }

  void addTo(HttpRouting.Builder routing) {
    String one = "/api/experiments/{name}";
    routing
        .get("/api/experiments", (_, response) -> send(response, list()))
        .get(one, (request, response) -> send(response, one(name(request))))
        .get(
            one + "/events",
            (request, response) -> streams.stream(name(request), request, response))
        .get(
            one + "/verdict",
            (request, response) -> send(response, studies.verdict(name(request), insists(request))))
        .get(
            one + "/charts",
            (request, response) ->
                send(response, Map.of("charts", studies.charts(name(request), insists(request)))))
        .put(one + "/note", this::annotate)
        .post(one + "/trash", this::trash)
        .post(one + "/cancel", (request, response) -> send(response, cancel(name(request))))
        .post(one + "/resume", (request, response) -> send(response, resume(name(request))))
        .get(
            "/api/comparison",
            (request, response) ->
                send(
                    response,
                    studies.compare(request.query().all("of", List::of), insists(request))))
        .get("/api/commands", (_, response) -> send(response, Map.of("commands", forms.all())))
        .post("/api/commands", (request, response) -> send(response, check(body(request))))
        .post("/api/jobs", (request, response) -> start(body(request), response))
        .route(Method.GET, "/files/{name}/{+path}", files::file)
        .route(Method.GET, "/plots/{folder}/{file}", files::plot)
        .get(
            "/metrics",
            (_, response) ->
                response
                    .header(HeaderNames.CONTENT_TYPE, MetricsText.TYPE)
                    .send(MetricsText.of(running().map(each -> archive.folder(each.folder())))));
  }

  /** Answers with JSON, whose keys are spelt like those of files. */
  static void send(ServerResponse response, Object value) {
    response
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .send(JsonFile.toTree(value).toString());
  }

  private static String name(ServerRequest request) {
    return request.path().pathParameters().get("name");
  }

  private static boolean insists(ServerRequest request) {
    return request.query().contains("anyway");
  }

  private Map<String, Object> list() {
    return Map.of("experiments", archive.list(), "jobs", jobs.list());
  }

  private Optional<ExperimentSummary> running() {
    return archive.list().stream()
        .filter(each -> each.state() == ExperimentState.RUNNING)
        .findFirst();
  }

  /** An experiment that waits for its turn has no folder yet. */
  private Map<String, Object> one(String name) {
    Map<String, Object> answer = new LinkedHashMap<>();
    Optional<Job> job = jobs.of(name);
    if (job.isEmpty() || archive.isTaken(name)) {
      answer.put("summary", archive.summary(name));
      answer.putAll(files.of(name));
      answer.put("config", files.config(name));
    }
    job.ifPresent(each -> answer.put("job", each));
    return answer;
  }

  private void annotate(ServerRequest request, ServerResponse response) {
    JsonNode body = body(request);
    archive.annotate(name(request), Note.of(text(body, "name"), text(body, "note")));
    send(response, archive.summary(name(request)));
  }

  private void trash(ServerRequest request, ServerResponse response) {
    String name = name(request);
    if (!text(body(request), "confirm").equals(name)) {
      throw RefusalException.wrong("confirm: repeat the name of the folder");
    }
    archive.trash(name);
    send(response, Map.of("message", "Moved to " + ExperimentArchive.TRASH));
  }

  private Map<String, Object> cancel(String name) {
    if (jobs.cancel(name)) {
      return Map.of("message", "It ends in good order");
    }
    ExperimentSummary summary = archive.summary(name);
    if (summary.state() != ExperimentState.RUNNING) {
      throw RefusalException.conflict("It is not running");
    }
    throw RefusalException.conflict(
        "It was started elsewhere: end it there, or with kill -TERM %s"
            .formatted(files.pid(name).orElse("and its process id")));
  }

  private Map<String, Object> resume(String name) {
    if (archive.summary(name).state() == ExperimentState.RUNNING) {
      throw RefusalException.conflict("It is running");
    }
    return Map.of("job", jobs.resume(archive.folder(name).getFileName().toString()));
  }

  private Map<String, Object> check(JsonNode body) {
    List<String> words = words(body);
    return Map.of("command", RepeatCommand.of(words), "problem", forms.problem(words));
  }

  private List<String> words(JsonNode body) {
    Map<String, String> values = new LinkedHashMap<>();
    body.path("values").forEachEntry((name, value) -> values.put(name, value.asString("")));
    return forms.words(text(body, "command"), values);
  }

  /** Most mistakes show when the command checks all of its settings, before it writes anything. */
  private void start(JsonNode body, ServerResponse response) throws InterruptedException {
    List<String> words = words(body);
    String problem = forms.problem(words);
    if (!problem.isEmpty()) {
      throw RefusalException.wrong(problem);
    }
    Job job = jobs.submit(words);
    for (int i = 0; i < LOOKS; i++) {
      Job now = jobs.of(job.folder()).orElse(job);
      boolean refused =
          now.state() == Job.State.ENDED
              && now.exitCode() != null
              && now.exitCode() == CommandLine.ExitCode.USAGE;
      if (refused) {
        throw RefusalException.wrong(
            String.join(" ", now.output()).replaceFirst("^tasktracker: ", ""));
      }
      if ((now.state() != Job.State.RUNNING && i > 5) || archive.isTaken(job.folder())) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    response.status(201);
    send(response, Map.of("job", jobs.of(job.folder()).orElse(job)));
  }

  private static JsonNode body(ServerRequest request) {
    try (InputStream in = request.content().inputStream()) {
      byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
      if (bytes.length > LARGEST_BODY) {
        throw RefusalException.of(413, "Send %d bytes or fewer".formatted(LARGEST_BODY));
      }
      JsonNode body = JSON.readTree(bytes);
      if (!body.isObject()) {
        throw RefusalException.wrong("Send a JSON object");
      }
      return body;
    } catch (JacksonException e) {
      throw RefusalException.wrong("This is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw RefusalException.wrong("The request broke off");
    }
  }

  private static String text(JsonNode body, String key) {
    return body.path(key).asString("");
  }
}
