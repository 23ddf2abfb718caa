package tasktracker.experiments.evidence;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import tasktracker.error.UsageException;

/** What an archive of evidence may hold at most, and how its files may be named. */
final class PackLimits {
  /** Files in one archive. */
  static final int FILES = 20_000;

  /** Bytes of all files together, unpacked. */
  static final long BYTES = 2L << 30;

  /** Bytes of an archive, and of what its end may say of itself. */
  static final long PACKED = BYTES;

  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_PART = 255;
  private static final Set<String> SPECIAL = Set.of("", ".", "..");

  private PackLimits() {}

  /**
   * Checks that a name stays within the folder that it is unpacked to, on any system.
   *
   * @throws UsageException naming the archive and the entry
   */
  static void checkName(Object archive, String name) {
    boolean fits =
        name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
            && name.chars().noneMatch(each -> each < ' ' || each == '\\' || each == ':');
    for (String part : name.split("/", -1)) {
      fits &=
          !SPECIAL.contains(part) && part.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PART;
    }
    UsageException.unless(
        fits,
        "%s: refused, an entry is named '%s', which is not allowed: names stay in the folder, without ':' or '\\'",
        archive,
        name.replaceAll("\\p{Cntrl}", "?"));
  }

  /** What names have in common that some systems cannot tell apart. */
  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
