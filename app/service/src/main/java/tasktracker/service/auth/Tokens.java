package tasktracker.service.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import tasktracker.service.Environment;
import tasktracker.service.SettingException;
import tasktracker.service.http.Decimal;
import tasktracker.service.http.ProblemException;

/**
 * Bearer tokens: JWTs signed with HS256 whose subject is the id of a user. Verifying needs nothing
 * but the secret, so it works alike in every process. Thread-safe.
 */
public final class Tokens {

  /** How long a token is accepted. */
  public static final Duration LIFETIME = Duration.ofMinutes(30);

  private static final int MIN_SECRET_BYTES = 32;
  private static final String SCHEME = "Bearer ";
  private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

  private final JWSSigner signer;
  private final JWSVerifier verifier;
  private final Clock clock;

  /**
   * Creates tokens.
   *
   * @param secret shared secret of at least 32 bytes
   * @param clock what tells the time of issue and of expiry
   */
  public Tokens(byte[] secret, Clock clock) {
    try {
      this.signer = new MACSigner(secret);
      this.verifier = new MACVerifier(secret);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("unusable secret", e);
    }
    this.clock = clock;
  }

  /** Reads {@code JWT_SECRET}. */
  public static Tokens from(Environment environment) {
    String expected = "a secret of at least %d bytes".formatted(MIN_SECRET_BYTES);
    byte[] secret = environment.required("JWT_SECRET", expected).getBytes(StandardCharsets.UTF_8);
    if (secret.length < MIN_SECRET_BYTES) {
      throw new SettingException(
          "JWT_SECRET has %d bytes: give %s".formatted(secret.length, expected));
    }
    return new Tokens(secret, Clock.systemUTC());
  }

  /** Returns a token for a user that is good from now on for {@link #LIFETIME}. */
  public String issue(long userId) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(Long.toString(userId))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    SignedJWT token = new SignedJWT(HEADER, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
    return token.serialize();
  }

  /**
   * Returns who a token speaks for. Nothing of a token is parsed before its signature is found to
   * be ours: what strangers write into one reaches no parser.
   *
   * @throws ProblemException 401 for a token that is not ours, not yet or no longer good
   */
  public Caller verify(String token) {
    try {
      if (isSigned(token)) {
        SignedJWT jwt = SignedJWT.parse(token);
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        if (isPlain(jwt.getHeader()) && isGoodNow(claims)) {
          long user = Decimal.parse(claims.getSubject());
          if (user > 0) {
            return new Caller(user, token);
          }
        }
      }
    } catch (ParseException | JOSEException | RuntimeException e) {
      // Answered below like a token of another secret, whatever the library makes of it.
    }
    throw ProblemException.unauthorized("Could not validate credentials");
  }

  private boolean isSigned(String token) throws JOSEException {
    int end = token.lastIndexOf('.');
    return end > 0
        && verifier.verify(
            HEADER,
            token.substring(0, end).getBytes(StandardCharsets.UTF_8),
            new Base64URL(token.substring(end + 1)));
  }

  private static boolean isPlain(JWSHeader header) {
    return JWSAlgorithm.HS256.equals(header.getAlgorithm()) && header.getCriticalParams() == null;
  }

  private boolean isGoodNow(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date expiry = claims.getExpirationTime();
    Date begin = claims.getNotBeforeTime();
    return expiry != null
        && now.isBefore(expiry.toInstant())
        && (begin == null || !now.isBefore(begin.toInstant()));
  }

  /** Returns a handler that calls {@code handler} with the caller, or answers 401. */
  public Handler authenticated(AuthenticatedHandler handler) {
    return (request, response) -> handler.handle(caller(request), request, response);
  }

  private Caller caller(ServerRequest request) {
    var headers = request.headers();
    if (!headers.contains(HeaderNames.AUTHORIZATION)) {
      throw ProblemException.unauthorized("Not authenticated");
    }
    String value = headers.get(HeaderNames.AUTHORIZATION).get();
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw ProblemException.unauthorized("Not authenticated");
    }
    return verify(value.substring(SCHEME.length()).strip());
  }

  /** Handles a request of a known user. */
  @FunctionalInterface
  public interface AuthenticatedHandler {

    /** Answers {@code request}. */
    void handle(Caller caller, ServerRequest request, ServerResponse response) throws Exception;
  }
}
