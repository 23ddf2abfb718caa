package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a file of a results folder at random, in a way that its random numbers repeat. */
final class Mutation {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern VALUE =
      Pattern.compile("(?<=\": ?)(\"[^\"]*\"|-?[\\d.]+|null|true|false)");
  private static final Pattern KEY = Pattern.compile("\"[a-z_0-9]+\"(?= ?:)");
  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "1",
          "10.5",
          "1e308",
          "1e999",
          "-1e18",
          "99999999999999999999",
          "NaN",
          "Infinity",
          "1e-320",
          "100000000",
          "2147483648",
          "007",
          "+5",
          "0x10",
          "1_000",
          "٣");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "[null]",
          "{\"a\": null}",
          "[[[[[1]]]]]",
          "\"\\u001b[31m\"",
          "\"\\u0000\"",
          "\"..\"",
          "\"/dev/zero\"",
          "\"\\ud800\"",
          "-1",
          "10.5",
          "1e308",
          "NaN",
          "\"NaN\"",
          "\"2026-13-45T99:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"");

  private final Random random;
  private final Path pipe;

  /** Mutations with these random numbers; the pipe takes the place of a file now and then. */
  Mutation(Random random, Path pipe) {
    this.random = random;
    this.pipe = pipe;
  }

  /** Damages one of the files, and says which. */
  Path damage(List<Path> files) throws IOException {
    Path file = files.get(random.nextInt(files.size()));
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return file;
    }
    switch (random.nextInt(12)) {
      case 0, 1 -> Files.write(file, bytes(Files.readAllBytes(file)));
      case 2, 3, 4 -> rewrite(file, lines(text(file)));
      case 5, 6 -> rewrite(file, replaced(text(file), NUMBER, NUMBERS));
      case 7, 8, 9 -> rewrite(file, replaced(text(file), VALUE, VALUES));
      case 10 -> rewrite(file, replaced(text(file), KEY, List.of("\"x\"", "\"arch\"", "\"\"", "")));
      default -> exchange(file, files);
    }
    return file;
  }

  private byte[] bytes(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {0};
    }
    int place = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[place] = (byte) random.nextInt(256);
      case 2 -> {
        return Arrays.copyOf(bytes, place);
      }
      default -> {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 16);
        System.arraycopy(
            bytes, place, longer, Math.min(place + 16, bytes.length), bytes.length - place);
        return longer;
      }
    }
    return bytes;
  }

  private String lines(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return "\n";
    }
    int place = random.nextInt(lines.size());
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(place);
      case 1 -> lines.add(place, lines.get(random.nextInt(lines.size())));
      case 2 -> Collections.swap(lines, place, random.nextInt(lines.size()));
      case 3 -> lines.add(place, "garbage, \u001b[2J {");
      case 4 -> lines.set(place, lines.get(place).replace(',', ';'));
      default -> lines.set(place, lines.get(place).substring(lines.get(place).length() / 2));
    }
    return String.join(random.nextInt(4) == 0 ? "\r\n" : "\n", lines)
        + (random.nextInt(4) == 0 ? "" : "\n");
  }

  private String replaced(String text, Pattern what, List<String> by) {
    List<MatchResult> found = what.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult one = found.get(random.nextInt(found.size()));
    return text.substring(0, one.start())
        + by.get(random.nextInt(by.size()))
        + text.substring(one.end());
  }

  private void exchange(Path file, List<Path> files) throws IOException {
    Path first = files.getFirst();
    byte[] other =
        Files.isRegularFile(first, LinkOption.NOFOLLOW_LINKS)
            ? Files.readAllBytes(first)
            : new byte[0];
    Files.delete(file);
    switch (random.nextInt(8)) {
      case 0 -> Files.createDirectory(file);
      case 1 -> Files.createSymbolicLink(file, Path.of("/nowhere"));
      case 2 -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
      case 3 -> Files.createSymbolicLink(file, pipe);
      case 4 -> Files.createFile(file);
      case 5 -> Files.write(file, new byte[1 << 20]);
      case 6 -> Files.write(file, other);
      default -> {
        // It stays away.
      }
    }
  }

  /** Bytes as characters, so that what is no UTF-8 stays as it is. */
  private static String text(Path file) throws IOException {
    return Files.readString(file, ISO_8859_1);
  }

  private static void rewrite(Path file, String text) throws IOException {
    boolean wide = text.chars().anyMatch(c -> c > 0xff);
    Files.writeString(file, text, wide ? UTF_8 : ISO_8859_1);
  }
}
