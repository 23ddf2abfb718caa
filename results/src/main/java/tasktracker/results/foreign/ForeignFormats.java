package tasktracker.results.foreign;

import java.util.List;
import java.util.Optional;

/** The formats that can be read. */
public final class ForeignFormats {
  /** All of them, in the order of their names. */
  public static final List<ForeignFormat> ALL =
      List.of(new JmeterCsv(), new K6Csv(), new LocustCsv());

  private ForeignFormats() {}

  /** The format of a generator's files, by the generator's own name. */
  public static Optional<ForeignFormat> of(String generator) {
    return ALL.stream().filter(format -> format.generator().equals(generator)).findFirst();
  }

  /**
   * The format of a name, such as {@code k6-csv}; that of a command does too, such as {@code k6}.
   */
  public static Optional<ForeignFormat> named(String name) {
    return ALL.stream()
        .filter(format -> format.name().equals(name) || format.shortName().equals(name))
        .findFirst();
  }
}
