package io.weir.dataplane.tls;

import io.netty.channel.Channel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.weir.contracts.value.CertificateName;
import io.weir.dataplane.http.ClientConnections;
import io.weir.dataplane.route.DomainRoute;
import io.weir.dataplane.route.RouteTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS to clients: 1.2 and 1.3, the certificate chosen by the name a client asks for (SNI). Those
 * who ask for a custom domain are shown its certificate, all others the default one if there is
 * any. Connections keep what they were made with when a certificate changes. Thread-safe.
 */
public final class ClientTls {
  private static final System.Logger LOG = System.getLogger(ClientTls.class.getName());

  /** Those of TLS 1.3, and of 1.2 those with forward secrecy and authenticated encryption. */
  private static final List<String> CIPHERS =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private static final long SESSION_SECONDS = TimeUnit.HOURS.toSeconds(1);

  private final Supplier<RouteTable> routes;
  private final Certificates certificates;
  private final @Nullable CertificateName fallback;
  private final int handshakeMillis;
  private final Handshakes handshakes = new Handshakes();
  private final Map<CertificateName, Made> contexts = new ConcurrentHashMap<>();

  private record Made(LoadedCertificate of, SessionTickets tickets) {
    SslContext context() {
      return tickets.context();
    }
  }

  /** Who goes on with a connection when the handshake is done. */
  public interface Next {
    /**
     * Adds what speaks HTTP to the end of the pipeline.
     *
     * @param http2 whether the client has chosen HTTP/2
     * @param asked the certificate of the custom domain the client asked for, or null if it asked
     *     for none
     */
    void encrypted(Channel channel, boolean http2, @Nullable CertificateName asked);
  }

  /**
   * TLS with the custom domains of the table that {@code routes} gives.
   *
   * @param fallback shown to clients that ask for no name or one without a certificate; null to
   *     refuse them
   * @param handshakeMillis how long a handshake may take
   */
  public ClientTls(
      Supplier<RouteTable> routes,
      Certificates certificates,
      @Nullable CertificateName fallback,
      int handshakeMillis) {
    this.routes = routes;
    this.certificates = certificates;
    this.fallback = fallback;
    this.handshakeMillis = handshakeMillis;
    LOG.log(System.Logger.Level.INFO, "TLS to clients by " + Provider.describe());
    certificates.follow(this::prepare);
  }

  /** Begins the handshake with a client; on its event loop. */
  public void accept(Channel channel, ClientConnections open, Next next) {
    ServerNameHandler names = new ServerNameHandler(this, handshakeMillis);
    channel.pipeline().addLast(names).addLast(new HandshakeHandler(names, handshakes, open, next));
  }

  /** The certificate of the custom domain of that name, or null. */
  @Nullable CertificateName ofDomain(@Nullable String serverName) {
    DomainRoute domain = serverName == null ? null : routes.get().domain(serverName);
    return domain == null ? null : domain.certificate();
  }

  /** What to speak TLS with; fails if there is nothing to show. */
  Future<SslContext> context(@Nullable CertificateName ofDomain, EventExecutor loop) {
    CertificateName name = ofDomain == null ? fallback : ofDomain;
    if (name == null) {
      return loop.newFailedFuture(
          new MissingCertificateException("there is no default certificate"));
    }
    Made made = contexts.get(name);
    if (made != null && made.of() == certificates.current(name)) {
      return loop.newSucceededFuture(made.context());
    }
    return certificates.away(loop, () -> make(name));
  }

  private synchronized SslContext make(CertificateName name)
      throws MissingCertificateException, SSLException {
    LoadedCertificate pair = certificates.files(name).pair();
    Made made = contexts.get(name);
    if (made == null || made.of() != pair) {
      made = new Made(pair, new SessionTickets(context(pair), System.nanoTime()));
      contexts.put(name, made);
    }
    return made.context();
  }

  private SslContext context(LoadedCertificate pair) throws SSLException {
    SslContextBuilder builder =
        SslContextBuilder.forServer(Objects.requireNonNull(pair.key()), pair.chainArray())
            .ciphers(CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
            .sessionTimeout(SESSION_SECONDS)
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    ApplicationProtocolConfig.Protocol.ALPN,
                    ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                    ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                    ApplicationProtocolNames.HTTP_2,
                    ApplicationProtocolNames.HTTP_1_1));
    return Provider.applyTo(builder).build();
  }

  /** Makes anew what has changed, so that handshakes seldom wait for it. */
  private void prepare() {
    long now = System.nanoTime();
    contexts.values().forEach(made -> made.tickets().rotate(now));
    Set<CertificateName> names = new HashSet<>(contexts.keySet());
    if (fallback != null) {
      names.add(fallback);
    }
    for (CertificateName name : names) {
      LoadedCertificate current = certificates.current(name);
      if (current != null && current.key() != null) {
        try {
          make(name);
        } catch (MissingCertificateException | SSLException e) {
          LOG.log(System.Logger.Level.WARNING, "certificate " + name + " cannot be shown: " + e);
        }
      }
    }
  }

  /** What became of handshakes. */
  public Handshakes handshakes() {
    return handshakes;
  }
}
