package tasktracker.load.scenario.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tasktracker.load.scenario.InputText;
import tasktracker.load.scenario.yaml.Node.Scalar;

/** Reads a CSV file whose header names variables. */
final class DataFile {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private DataFile() {}

  /**
   * The text of a file, without the blank lines at its end, which would be rows of empty values.
   */
  static String text(Path folder, Scalar file) {
    try {
      return InputText.read(folder.resolve(file.text())).stripTrailing();
    } catch (IOException e) {
      throw file.place().mistake(e.getMessage(), e);
    }
  }

  /** The rows of its text as values by the slots of their variables. */
  static List<Map<Integer, String>> rows(
      Path folder, Scalar file, String text, Variables variables) {
    Place place = file.place();
    Path path = folder.resolve(file.text());
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      Map<String, Integer> slots = new LinkedHashMap<>();
      for (String name : parser.getHeaderNames()) {
        if (slots.put(name, variables.define(name, place)) != null) {
          throw place.mistake("%s has two columns \"%s\"".formatted(path, name));
        }
      }
      List<Map<Integer, String>> rows = new ArrayList<>();
      for (CSVRecord row : parser) {
        if (!row.isConsistent()) {
          throw place.mistake(
              "%s, row %s has %s fields, the header %s"
                  .formatted(path, row.getRecordNumber(), row.size(), slots.size()));
        }
        Map<Integer, String> values = new LinkedHashMap<>();
        slots.forEach((name, slot) -> values.put(slot, row.get(name)));
        rows.add(values);
      }
      if (rows.isEmpty()) {
        throw place.mistake(path + " has no rows below its header");
      }
      return List.copyOf(rows);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      Throwable first = e instanceof UncheckedIOException ? e.getCause() : e;
      String reason = String.valueOf(first.getMessage()).lines().findFirst().orElse("");
      throw place.mistake("cannot read %s as CSV with a header: %s".formatted(path, reason), e);
    }
  }
}
