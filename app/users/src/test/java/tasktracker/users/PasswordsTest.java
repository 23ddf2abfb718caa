package tasktracker.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

  private final Passwords passwords = new Passwords(5);

  @Test
  void knowsThePasswordOfAHash() {
    String hash = passwords.hash("correct horse");

    assertThat(hash).startsWith("$2b$05$").hasSize(60);
    assertThat(passwords.matches("correct horse", hash)).isTrue();
    assertThat(passwords.matches("battery staple", hash)).isFalse();
  }

  /** Or strangers could tell by the time of an answer who has an account. */
  @Test
  void computesAsMuchForNobodyAsForSomebody() {
    String hash = passwords.hash("secret");
    passwords.matches("wrong", hash);

    long somebody = best(hash);
    long nobody = best(null);

    assertThat(passwords.matches("nobody", null)).isFalse();
    assertThat(nobody).isBetween(somebody / 3, somebody * 3);
  }

  private long best(String hash) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 50; i++) {
      long begin = System.nanoTime();
      passwords.matches("wrong", hash);
      best = Math.min(best, System.nanoTime() - begin);
    }
    return best;
  }
}
