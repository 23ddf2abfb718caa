package tasktracker.load.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that a coordinator and its workers share. It never travels: each side proves that it
 * knows it by an HMAC (RFC 2104) over random numbers of both.
 */
public final class WorkerToken {
  private static final int BYTES = 32;
  private static final int SHORTEST = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret;

  private WorkerToken(String text) {
    this.secret = text.getBytes(UTF_8);
  }

  /**
   * The token in a file.
   *
   * @throws IOException in one line, when it cannot be read or holds none
   */
  public static WorkerToken read(Path file) throws IOException {
    String text = Files.readString(file).strip();
    if (text.length() < SHORTEST) {
      throw new IOException("%s holds no token: at least %s characters".formatted(file, SHORTEST));
    }
    return new WorkerToken(text);
  }

  /**
   * Writes a new token into a new file, which its owner alone can read.
   *
   * @throws IOException when that fails
   */
  public static void create(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, random() + "\n", StandardOpenOption.WRITE);
  }

  /** A random number that nobody can guess, in hexadecimal digits. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** What proves to the other side that this one knows the token. */
  String proof(String role, String workersRandom, String coordinatorsRandom) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      String text = role + "\n" + workersRandom + "\n" + coordinatorsRandom;
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a proof is right, in a time that does not tell how much of it is. */
  boolean isProof(String claimed, String role, String workersRandom, String coordinatorsRandom) {
    return MessageDigest.isEqual(
        claimed.getBytes(UTF_8), proof(role, workersRandom, coordinatorsRandom).getBytes(UTF_8));
  }
}
