package io.weir.testing.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A certificate and its key, made afresh for a test, valid for a day. */
public final class TestCertificate {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String ALIAS = "test";
  private static final String SIGNER = "signer";

  private final KeyStore store;

  private TestCertificate(KeyStore store) {
    this.store = store;
  }

  /**
   * A certificate that only vouches for itself.
   *
   * @param subjectAlternativeNames in the notation of keytool, {@code dns:localhost,ip:127.0.0.1}
   */
  public static TestCertificate selfSigned(String subjectAlternativeNames) {
    return make(null, "test", "san=" + subjectAlternativeNames);
  }

  /** An authority that can sign others. */
  public static TestCertificate authority(String name) {
    return make(null, name, "bc:critical=ca:true");
  }

  /** A certificate that this authority vouches for. */
  public TestCertificate sign(String subjectAlternativeNames) {
    return make(this, "test", "san=" + subjectAlternativeNames);
  }

  private static TestCertificate make(
      @Nullable TestCertificate signer, String name, String extension) {
    try {
      var directory = Files.createTempDirectory("weir-certificate-");
      var file = directory.resolve("store.p12");
      try {
        if (signer != null) {
          signer.saveAsSigner(file);
        }
        generate(file, signer != null, name, extension);
        return new TestCertificate(load(file));
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(directory);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificate", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void saveAsSigner(Path file) throws IOException, GeneralSecurityException {
    var copy = KeyStore.getInstance("PKCS12");
    copy.load(null, PASSWORD);
    copy.setKeyEntry(SIGNER, key(), PASSWORD, store.getCertificateChain(ALIAS));
    try (var out = Files.newOutputStream(file)) {
      copy.store(out, PASSWORD);
    }
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    if (store.containsAlias(SIGNER)) {
      store.deleteEntry(SIGNER);
    }
    return store;
  }

  private static void generate(Path file, boolean signed, String name, String extension)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                extension,
                "-validity",
                "1",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString()));
    if (signed) {
      command.addAll(List.of("-signer", SIGNER));
    }
    var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IllegalStateException("keytool failed: " + output);
    }
  }

  /** What a client has to trust, if nobody else vouches for it. */
  public X509Certificate certificate() {
    try {
      return (X509Certificate) store.getCertificate(ALIAS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private PrivateKey key() {
    try {
      return (PrivateKey) store.getKey(ALIAS, PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate and those that vouch for it, as PEM. */
  public String chainPem() {
    try {
      var text = new StringBuilder();
      for (Certificate certificate : store.getCertificateChain(ALIAS)) {
        text.append(pem("CERTIFICATE", certificate.getEncoded()));
      }
      return text.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key as PEM, PKCS#8. */
  public String keyPem() {
    return pem("PRIVATE KEY", key().getEncoded());
  }

  private static String pem(String what, byte[] content) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, lines, what);
  }

  /** Writes {@code NAME.crt} and {@code NAME.key}. */
  public void writeTo(Path directory, String name) throws IOException {
    Files.writeString(directory.resolve(name + ".crt"), chainPem());
    Files.writeString(directory.resolve(name + ".key"), keyPem());
  }

  /** The TLS context of a server that shows this certificate. */
  public SSLContext sslContext() {
    return sslContext(this);
  }

  /** The TLS context of one who shows this certificate and trusts only those. */
  public SSLContext sslContext(TestCertificate... trusted) {
    return context(this, trusted);
  }

  /** The TLS context of a client that shows no certificate and trusts only those. */
  public static SSLContext trusting(TestCertificate... trusted) {
    return context(null, trusted);
  }

  private static SSLContext context(@Nullable TestCertificate own, TestCertificate... trusted) {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own == null ? null : own.store, PASSWORD);
      var authorities = KeyStore.getInstance("PKCS12");
      authorities.load(null, PASSWORD);
      for (var one : Arrays.asList(trusted)) {
        authorities.setCertificateEntry("trusted-" + authorities.size(), one.certificate());
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authorities);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
