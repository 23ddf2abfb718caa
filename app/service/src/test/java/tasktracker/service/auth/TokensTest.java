package tasktracker.service.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.Test;
import tasktracker.service.http.ProblemException;

class TokensTest {

  private static final byte[] SECRET =
      "a secret of sixty-four bytes, which HS512 asks for at the least!"
          .getBytes(StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final Tokens tokens = tokensAt(NOW);

  @Test
  void verifiesWhatItIssued() {
    String token = tokens.issue(42);

    assertThat(tokens.verify(token)).isEqualTo(new Caller(42, token));
  }

  @Test
  void saysWhoWhenAndHowLong() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(tokens.issue(42)).getJWTClaimsSet();

    assertThat(claims.getSubject()).isEqualTo("42");
    assertThat(claims.getIssueTime()).isEqualTo(NOW);
    assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
  }

  @Test
  void acceptsATokenUntilItExpires() {
    String token = tokens.issue(42);

    assertThat(tokensAt(NOW.plus(Duration.ofMillis(30 * 60_000 - 1))).verify(token).userId())
        .isEqualTo(42);
    assertRefused(tokensAt(NOW.plus(Duration.ofMinutes(30))), token);
  }

  @Test
  void refusesOtherAlgorithmsWithTheRightSecret() throws Exception {
    JWTClaimsSet claims = claims().build();

    assertThat(tokens.verify(sign(JWSAlgorithm.HS256, claims)).userId()).isEqualTo(42);
    assertRefused(tokens, sign(JWSAlgorithm.HS384, claims));
    assertRefused(tokens, sign(JWSAlgorithm.HS512, claims));
  }

  @Test
  void refusesClaimsThatAreMissingOrStrange() throws Exception {
    assertRefused(tokens, sign(JWSAlgorithm.HS256, claims().subject(null).build()));
    assertRefused(tokens, sign(JWSAlgorithm.HS256, claims().subject("ann").build()));
    assertRefused(tokens, sign(JWSAlgorithm.HS256, claims().expirationTime(null).build()));
  }

  @Test
  void refusesWhatIsNoToken() {
    for (String text : new String[] {"", ".", "..", "a.b.c", "\u0000", tokens.issue(1) + "x"}) {
      assertRefused(tokens, text);
    }
  }

  @Test
  void parsesNothingThatIsNotSigned() {
    for (String header :
        new String[] {
          "null",
          "",
          "{}",
          "[]",
          "1",
          "\"x\"",
          "{\"alg\":null}",
          "{\"alg\":\"none\"}",
          "[".repeat(9000)
        }) {
      assertRefused(tokens, encoded(header) + ".e30.x");
      assertRefused(tokens, encoded(header) + "." + encoded(header) + ".");
    }
  }

  @Test
  void refusesWhateverElseIsSignedWithTheSecret() throws Exception {
    for (String header :
        new String[] {
          "null",
          "",
          "[]",
          "{\"alg\":null}",
          "{\"alg\":\"none\"}",
          "{\"alg\":\"HS256\",\"crit\":[\"x\"]}"
        }) {
      assertRefused(tokens, signed(encoded(header) + "." + encoded("{\"sub\":\"1\",\"exp\":9e9}")));
    }
    for (String claims :
        new String[] {
          "null", "", "[]", "{\"sub\":\"1\",\"exp\":\"x\"}", "{\"sub\":\"1\",\"exp\":1e999}"
        }) {
      assertRefused(tokens, signed(encoded("{\"alg\":\"HS256\"}") + "." + encoded(claims)));
    }
    for (String subject : new String[] {"+1", "01", "-1", "0", "\u0661", "99999999999999999999"}) {
      assertRefused(tokens, sign(JWSAlgorithm.HS256, claims().subject(subject).build()));
    }
  }

  @Test
  void refusesATokenThatIsNotGoodYet() throws Exception {
    JWTClaimsSet claims = claims().notBeforeTime(Date.from(NOW)).build();
    String token = sign(JWSAlgorithm.HS256, claims);

    assertThat(tokens.verify(token).userId()).isEqualTo(42);
    assertRefused(tokensAt(NOW.minusMillis(1)), token);
  }

  private static String encoded(String text) {
    return Base64URL.encode(text).toString();
  }

  private static String signed(String input) throws Exception {
    return input
        + "."
        + new MACSigner(SECRET)
            .sign(new JWSHeader(JWSAlgorithm.HS256), input.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(Tokens tokens, String token) {
    assertThatThrownBy(() -> tokens.verify(token))
        .isInstanceOfSatisfying(
            ProblemException.class, it -> assertThat(it.problem().status()).isEqualTo(401));
  }

  private static Tokens tokensAt(Instant now) {
    return new Tokens(SECRET, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("42")
        .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(1))));
  }

  private static String sign(JWSAlgorithm algorithm, JWTClaimsSet claims) throws Exception {
    SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
    token.sign(new MACSigner(SECRET));
    return token.serialize();
  }
}
