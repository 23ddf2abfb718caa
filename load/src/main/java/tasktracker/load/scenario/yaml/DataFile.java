package tasktracker.load.scenario.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tasktracker.load.scenario.yaml.Node.Scalar;

/** Reads a CSV file whose header names variables. */
final class DataFile {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private DataFile() {}

  /** The rows as values by the slots of their variables. */
  static List<Map<Integer, String>> read(Path folder, Scalar file, Variables variables) {
    Place place = file.place();
    Path path = folder.resolve(file.text());
    try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, FORMAT)) {
      Map<String, Integer> slots = new LinkedHashMap<>();
      parser.getHeaderNames().forEach(name -> slots.put(name, variables.define(name, place)));
      List<Map<Integer, String>> rows = new ArrayList<>();
      for (CSVRecord row : parser) {
        if (!row.isConsistent()) {
          throw place.mistake(
              "%s, row %d has %d fields, the header %d"
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
      throw place.mistake("cannot read %s as CSV with a header".formatted(path), e);
    }
  }
}
