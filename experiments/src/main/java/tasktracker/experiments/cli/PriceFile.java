package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import tasktracker.analysis.verdict.Prices;
import tasktracker.error.UsageException;
import tasktracker.results.file.Mistake;
import tasktracker.results.file.YamlFile;

/** Prices of computing, from a YAML file of a user. */
final class PriceFile {
  private static final double DEAREST = 1e9;
  private static final String USE = ": use the keys currency, vcpu_hour and gb_hour";

  private PriceFile() {}

  /**
   * Reads the file.
   *
   * @throws UsageException if it is missing or holds something else
   */
  static Prices read(Path path) {
    YamlFile file = YamlFile.read(path);
    UsageException.unless(file.tree().isObject(), "%s%s", path, USE);
    for (String key : List.of("currency", "vcpu_hour", "gb_hour")) {
      UsageException.unless(
          !file.tree().path(key).asString("").isBlank(), "%s: %s is missing%s", path, key, USE);
    }
    Written written = file.as(Written.class);
    check(file, "vcpu_hour", written.vcpuHour());
    check(file, "gb_hour", written.gbHour());
    return new Prices(written.currency(), written.vcpuHour(), written.gbHour());
  }

  /** The keys as they are written. */
  private record Written(String currency, double vcpuHour, double gbHour) {}

  private static void check(YamlFile file, String key, double price) {
    if (!(price >= 0 && price <= DEAREST)) {
      throw file.mistake(Mistake.at("must be a price from 0 to 1000000000", key));
    }
  }
}
