package tasktracker.load.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Puts TLS on top of connections. Thread-safe. */
final class Tls {
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
  SSLSocket over(Socket plain, Target target) throws IOException {
    int port = target.address().getPort();
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, target.name(), port, true);
    if (!insecure) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    socket.startHandshake();
    return socket;
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
