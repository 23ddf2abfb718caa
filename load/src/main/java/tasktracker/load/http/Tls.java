package tasktracker.load.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Puts TLS on top of connections. Thread-safe. */
final class Tls {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

  private final SSLContext context;
  private final boolean insecure;

  /** With the certificate authorities of the JDK, or taking any certificate of any host. */
  Tls(boolean insecure) {
    this.insecure = insecure;
    try {
      context = SSLContext.getInstance("TLS");
      context.init(null, insecure ? new TrustManager[] {new TrustsAnyone()} : null, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot speak TLS", e);
    }
  }

  /**
   * Shakes hands.
   *
   * @throws javax.net.ssl.SSLException when the server does not speak TLS or is not to be trusted
   */
  SSLSocket over(Socket plain, ResolvedTarget target) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, target.name(), target.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    if (!insecure) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    serverName(target.name()).ifPresent(name -> parameters.setServerNames(List.of(name)));
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** The JDK leaves out names of a single label; addresses are never told (RFC 6066, section 3). */
  private static Optional<SNIServerName> serverName(String host) {
    if (host.indexOf(':') >= 0 || ADDRESS.matcher(host).matches()) {
      return Optional.empty();
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return Optional.of(new AnyName(name.getBytes(StandardCharsets.US_ASCII)));
  }

  /** {@link javax.net.ssl.SNIHostName} takes no underscore. */
  private static final class AnyName extends SNIServerName {
    AnyName(byte[] name) {
      super(StandardConstants.SNI_HOST_NAME, name);
    }
  }

  private static final class TrustsAnyone extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
