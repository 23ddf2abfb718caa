package tasktracker.load.worker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.recording.Latencies;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Messages over a pair of streams. One thread may receive, and any number may send. */
final class Wire {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .addMixIn(Message.class, Named.class)
          .addMixIn(ScenarioSource.class, Named.class)
          .addMixIn(ScenarioSource.Yaml.class, WithoutFiles.class)
          .addMixIn(LoadModel.class, Named.class)
          .addModule(
              new SimpleModule()
                  .addSerializer(Latencies.class, new LatenciesOut())
                  .addDeserializer(
                      Latencies.class, new In<>(json -> Latencies.fromBytes(json.getBinaryValue())))
                  .addSerializer(ThinkTime.class, ToStringSerializer.instance)
                  .addDeserializer(
                      ThinkTime.class, new In<>(json -> ThinkTime.parse(json.getString())))
                  .addSerializer(Arrivals.class, ToStringSerializer.instance)
                  .addDeserializer(
                      Arrivals.class, new In<>(json -> Arrivals.parse(json.getString()))))
          .build();

  private final BufferedReader in;
  private final OutputStream out;

  /** Puts the name of the record into the object. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  /** Whoever receives it never reads a file that somebody else names. */
  @JsonIgnoreProperties("folder")
  private interface WithoutFiles {}

  Wire(InputStream in, OutputStream out) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
  }

  /**
   * @throws IOException when the other side is gone
   */
  synchronized void send(Message message) throws IOException {
    out.write(JSON.writerFor(Message.class).writeValueAsBytes(message));
    out.write('\n');
    out.flush();
  }

  /**
   * Waits for the next message; empty when the other side is gone.
   *
   * @throws IOException when it sent something else
   */
  Optional<Message> receive() throws IOException {
    String line = in.readLine();
    if (line == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(line, Message.class));
    } catch (JacksonException e) {
      throw new IOException("not a message: " + e.getOriginalMessage(), e);
    }
  }

  private static final class LatenciesOut extends ValueSerializer<Latencies> {
    @Override
    public void serialize(Latencies value, JsonGenerator json, SerializationContext context) {
      json.writeBinary(value.toBytes());
    }
  }

  private static final class In<T> extends ValueDeserializer<T> {
    private final Function<JsonParser, T> reader;

    In(Function<JsonParser, T> reader) {
      this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
      return reader.apply(json);
    }
  }
}
