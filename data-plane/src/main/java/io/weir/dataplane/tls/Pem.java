package io.weir.dataplane.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Certificates and keys as text (RFC 7468). */
final class Pem {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private Pem() {}

  /**
   * The certificates of a text, one at least.
   *
   * @throws GeneralSecurityException if there is none or one cannot be read
   */
  static List<X509Certificate> certificates(byte[] text) throws GeneralSecurityException {
    List<X509Certificate> found =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(text))
            .stream()
            .map(X509Certificate.class::cast)
            .toList();
    if (found.isEmpty()) {
      throw new GeneralSecurityException("holds no certificate");
    }
    return found;
  }

  /**
   * The key of a text, which has to be that of a certificate.
   *
   * @throws GeneralSecurityException if it is not PKCS#8, neither RSA nor EC, or another one's
   */
  static PrivateKey key(byte[] text, X509Certificate of) throws GeneralSecurityException {
    PublicKey open = of.getPublicKey();
    String signature =
        switch (open.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default ->
              throw new GeneralSecurityException(
                  "is for a key that is neither RSA nor EC but " + open.getAlgorithm());
        };
    PrivateKey key;
    try {
      key =
          KeyFactory.getInstance(open.getAlgorithm())
              .generatePrivate(new PKCS8EncodedKeySpec(der(text)));
    } catch (InvalidKeySpecException | IllegalArgumentException e) {
      throw new GeneralSecurityException("holds no " + open.getAlgorithm() + " key", e);
    }
    if (!fits(key, open, signature)) {
      throw new GeneralSecurityException("holds the key of another certificate");
    }
    return key;
  }

  private static byte[] der(byte[] text) throws GeneralSecurityException {
    String all = new String(text, StandardCharsets.ISO_8859_1);
    int from = all.indexOf(BEGIN);
    int to = all.indexOf(END, Math.max(from, 0));
    if (from < 0 || to < 0) {
      throw new GeneralSecurityException(
          "is no unencrypted PKCS#8 key (BEGIN PRIVATE KEY); openssl pkcs8 -topk8 -nocrypt makes"
              + " one");
    }
    return Base64.getMimeDecoder().decode(all.substring(from + BEGIN.length(), to));
  }

  private static boolean fits(PrivateKey key, PublicKey open, String algorithm)
      throws GeneralSecurityException {
    byte[] challenge = new byte[32];
    new SecureRandom().nextBytes(challenge);
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(key);
    signer.update(challenge);
    byte[] signed = signer.sign();
    Signature verifier = Signature.getInstance(algorithm);
    verifier.initVerify(open);
    verifier.update(challenge);
    try {
      return verifier.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // of another length or curve
    }
  }
}
