package tasktracker.users;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tasktracker.service.Environment;

/**
 * Hashes passwords with bcrypt. What bcrypt would cut off, beyond 72 bytes, is hashed with SHA-512
 * first. Thread-safe.
 *
 * <p>Hashing is nothing but computing, up to seconds of it. It runs on threads of the operating
 * system, as on a virtual thread it would hold up every other request.
 */
final class Passwords implements AutoCloseable {

  private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2B;
  private static final LongPasswordStrategy LONG_PASSWORDS =
      LongPasswordStrategies.hashSha512(VERSION);

  /** Characters of a hash behind its cost: the salt's 22 and 31 of what was computed. */
  private static final int SALT_AND_HASH = 53;

  private final int cost;
  private final ExecutorService threads;
  private final String hashOfNobody;

  /**
   * Creates a hasher.
   *
   * @param cost logarithm of the number of rounds
   */
  Passwords(int cost) {
    this.cost = cost;
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("bcrypt-", 0).factory());
    this.hashOfNobody = "$2b$%02d$%s".formatted(cost, ".".repeat(SALT_AND_HASH));
  }

  /** Reads {@code BCRYPT_COST}. */
  static Passwords from(Environment environment) {
    return new Passwords(environment.integer("BCRYPT_COST", 12, 4, 16));
  }

  String hash(String password) {
    return compute(() ->
        BCrypt.with(VERSION, new SecureRandom(), LONG_PASSWORDS)
            .hashToString(cost, password.toCharArray()));
  }

  /**
   * Tells whether {@code password} belongs to {@code hash}. Takes the same time for {@code null},
   * the hash of an unknown user, which no password belongs to.
   */
  boolean matches(String password, String hash) {
    String compared = hash == null ? hashOfNobody : hash;
    boolean matches =
        compute(() ->
            BCrypt.verifyer(VERSION, LONG_PASSWORDS)
                .verify(password.toCharArray(), compared.toCharArray())
                .verified);
    return matches && hash != null;
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  private <T> T compute(Supplier<T> computation) {
    return CompletableFuture.supplyAsync(computation, threads).join();
  }
}
