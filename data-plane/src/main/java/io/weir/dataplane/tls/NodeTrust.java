package io.weir.dataplane.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.NodeTls;
import io.weir.dataplane.balance.LiveNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * TLS to nodes: whose certificates they may present, and what they are shown. Unless the upstream
 * says otherwise they have to be vouched for by those the system trusts or those of a file, for the
 * {@linkplain LiveNode#tlsName() name} of the node. What was made of files is made again when they
 * change, for connections made after that. Thread-safe.
 */
public final class NodeTrust {
  /** Longer than connections live, so that what is in use is found ready. */
  private static final long UNUSED_NANOS = TimeUnit.HOURS.toNanos(1);

  private final Certificates certificates;
  private final @Nullable CertificateFiles usual;
  private final boolean anybody;
  private final Map<NodeTls, NodeCredentials> credentials = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  /**
   * Trust.
   *
   * @param caFile PEM certificates that are trusted besides the system's, or null; followed
   * @param anybody whether all nodes are trusted, whatever their upstreams say
   * @throws IllegalArgumentException if the CA file cannot be read as PEM certificates
   */
  public NodeTrust(Certificates certificates, @Nullable Path caFile, boolean anybody) {
    this(certificates, caFile, anybody, System::nanoTime);
  }

  NodeTrust(Certificates certificates, @Nullable Path caFile, boolean anybody, LongSupplier nanos) {
    this.certificates = certificates;
    this.nanos = nanos;
    this.anybody = anybody;
    if (caFile == null) {
      usual = null;
      return;
    }
    CertificateFiles files = new CertificateFiles(caFile.toString(), caFile, null);
    files.look();
    if (files.current() == null) {
      throw new IllegalArgumentException(
          "cannot read the CA certificates of " + caFile + ": " + files.status().problem());
    }
    usual = files;
    certificates.follow(files::look);
  }

  /** What encrypts connections to a node; fails with the reason if a certificate is missing. */
  public Future<SslContext> context(LiveNode node, EventExecutor loop) {
    NodeTls settings = key(node);
    boolean http2 = node.httpVersion() == HttpVersion.HTTP_2;
    NodeCredentials known = credentials.get(settings);
    if (known != null && isCurrent(known, settings)) {
      SslContext made = known.made(http2);
      if (made != null) {
        known.usedAt(nanos.getAsLong());
        return loop.newSucceededFuture(made);
      }
    }
    return certificates.away(loop, () -> credentials(settings).context(http2));
  }

  /** The settings without what differs from node to node, so that few share much. */
  private NodeTls key(LiveNode node) {
    NodeTls settings = node.tlsSettings();
    boolean verify = settings.verify() && !anybody;
    return new NodeTls(
        verify, null, verify ? settings.caCertificate() : null, settings.clientCertificate());
  }

  private boolean isCurrent(NodeCredentials known, NodeTls settings) {
    CertificateName ca = settings.caCertificate();
    CertificateName client = settings.clientCertificate();
    return known.isOf(
        ca == null ? usual(settings) : certificates.current(ca),
        client == null ? null : certificates.current(client));
  }

  private @Nullable LoadedCertificate usual(NodeTls settings) {
    return settings.verify() && usual != null ? usual.current() : null;
  }

  private NodeCredentials credentials(NodeTls settings)
      throws MissingCertificateException, GeneralSecurityException, IOException {
    NodeCredentials known = credentials.get(settings);
    if (known == null || !isCurrent(known, settings)) {
      known = read(settings);
      known.usedAt(nanos.getAsLong());
      credentials.put(settings, known);
      forgetUnused();
    }
    known.usedAt(nanos.getAsLong());
    return known;
  }

  /** Whoever sets up nodes in ever other ways must not fill the memory with what nobody uses. */
  private void forgetUnused() {
    long limit = nanos.getAsLong() - UNUSED_NANOS;
    credentials.values().removeIf(known -> known.usedAt() - limit < 0);
  }

  /** How many kinds of nodes it knows credentials of. */
  int size() {
    return credentials.size();
  }

  private NodeCredentials read(NodeTls settings)
      throws MissingCertificateException, GeneralSecurityException, IOException {
    CertificateName ca = settings.caCertificate();
    CertificateName own = settings.clientCertificate();
    LoadedCertificate client = own == null ? null : certificates.files(own).pair();
    if (!settings.verify()) {
      return new NodeCredentials(null, client, null);
    }
    if (ca != null) {
      LoadedCertificate authorities = certificates.files(ca).authorities();
      return new NodeCredentials(authorities, client, TrustedAuthorities.only(authorities.chain()));
    }
    LoadedCertificate more = usual(settings);
    return new NodeCredentials(
        more, client, TrustedAuthorities.systemAnd(more == null ? List.of() : more.chain()));
  }
}
