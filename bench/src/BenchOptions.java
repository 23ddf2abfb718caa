import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How long a bench takes. */
record BenchOptions(int rounds, int shortSeconds, int longSeconds, int manyUsers) {

  /** Reads the options, or says what they are and ends. */
  static BenchOptions parse(String name, String[] arguments) {
    BenchOptions options = new BenchOptions(5, 5, 15, 10_000);
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (argument.equals("--quick")) {
        options = new BenchOptions(1, 2, 5, options.manyUsers);
      } else if (argument.matches("--rounds=[1-9]\\d?")) {
        options = options.withRounds(Integer.parseInt(argument.substring(9)));
      } else {
        boolean help = argument.equals("--help");
        (help ? System.out : System.err)
            .printf("%susage: bench/%s [--quick] [--rounds=N]%n",
                help ? "" : "bench/" + name + ": unknown option " + argument + "\n", name);
        System.exit(help ? 0 : 2);
      }
    }
    return options;
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private BenchOptions withRounds(int number) {
    return new BenchOptions(number, shortSeconds, longSeconds, manyUsers);
  }
}
