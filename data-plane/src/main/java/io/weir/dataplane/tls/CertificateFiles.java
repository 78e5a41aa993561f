package io.weir.dataplane.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One certificate's files, read again when they have changed; what cannot be used leaves what was
 * read before in use. Links are followed, so that one that is pointed elsewhere is a change.
 * Thread-safe.
 */
final class CertificateFiles {
  private static final System.Logger LOG = System.getLogger(CertificateFiles.class.getName());

  private final String name;
  private final @Nullable Path certificate;
  private final @Nullable Path key;
  private @Nullable Stamps seen;
  private volatile @Nullable LoadedCertificate current;
  private volatile @Nullable String problem = "has not been read yet";

  /** What tells one content of a file from another without reading it. */
  private record Stamp(FileTime changed, long size, @Nullable Object key) {
    static @Nullable Stamp of(@Nullable Path file) throws IOException {
      if (file == null) {
        return null;
      }
      try {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
      } catch (NoSuchFileException e) {
        return null;
      }
    }
  }

  private record Stamps(@Nullable Stamp certificate, @Nullable Stamp key) {}

  /**
   * Files that have not been looked at.
   *
   * @param name what they are called in logs
   * @param certificate where the certificate may be, or null if there is no place for it
   * @param key where a key may be, or null if none is looked for
   */
  CertificateFiles(String name, @Nullable Path certificate, @Nullable Path key) {
    this.name = name;
    this.certificate = certificate;
    this.key = key;
  }

  /** Reads the files if they have changed; for threads that may wait for a disk. */
  synchronized void look() {
    try {
      Stamps now = new Stamps(Stamp.of(certificate), Stamp.of(key));
      if (now.equals(seen)) {
        return;
      }
      LoadedCertificate read = read(now);
      seen = now;
      problem = null;
      current = read;
      LOG.log(
          System.Logger.Level.INFO,
          "certificate %s: %s, valid until %s".formatted(name, read.subject(), read.notAfter()));
    } catch (IOException e) {
      seen = null; // the reason may go away without a trace on the file
      refuse("cannot be read: " + e);
    } catch (GeneralSecurityException e) {
      refuse(String.valueOf(e.getMessage()));
    }
  }

  private void refuse(String why) {
    if (!why.equals(problem)) {
      problem = why;
      LOG.log(
          System.Logger.Level.WARNING,
          "certificate %s: %s%s"
              .formatted(name, why, current == null ? "" : "; the one read before stays in use"));
    }
  }

  /** The stamps were taken before: a change while the files are read is seen at the next look. */
  private LoadedCertificate read(Stamps now) throws IOException, GeneralSecurityException {
    if (certificate == null) {
      seen = now;
      throw new GeneralSecurityException("this replica was started without --certificates");
    }
    if (now.certificate() == null) {
      seen = now;
      throw new GeneralSecurityException("there is no " + certificate.getFileName());
    }
    LoadedCertificate before = current;
    if (now.key() == null && before != null && before.key() != null) {
      seen = now;
      throw new GeneralSecurityException("its key is gone");
    }
    byte[] text = Files.readAllBytes(certificate);
    byte[] secret = now.key() == null || key == null ? null : Files.readAllBytes(key);
    seen = now;
    List<X509Certificate> chain;
    try {
      chain = Pem.certificates(text);
    } catch (GeneralSecurityException e) {
      throw in(certificate, e);
    }
    return new LoadedCertificate(chain, secret == null ? null : key(secret, chain.getFirst()));
  }

  private PrivateKey key(byte[] secret, X509Certificate of) throws GeneralSecurityException {
    try {
      return Pem.key(secret, of);
    } catch (GeneralSecurityException e) {
      throw in(Objects.requireNonNull(key), e);
    }
  }

  private static GeneralSecurityException in(Path file, GeneralSecurityException e) {
    return new GeneralSecurityException(file.getFileName() + " " + e.getMessage(), e);
  }

  /** What was read last and can be used, or null. */
  @Nullable LoadedCertificate current() {
    return current;
  }

  /**
   * What was read last and can be trusted.
   *
   * @throws MissingCertificateException if there is nothing
   */
  LoadedCertificate authorities() throws MissingCertificateException {
    LoadedCertificate loaded = current;
    if (loaded == null) {
      throw new MissingCertificateException("certificate " + name + ": " + problem);
    }
    return loaded;
  }

  /**
   * What was read last and can be shown.
   *
   * @throws MissingCertificateException if there is nothing or it has no key
   */
  LoadedCertificate pair() throws MissingCertificateException {
    LoadedCertificate loaded = authorities();
    if (loaded.key() == null) {
      throw new MissingCertificateException("certificate " + name + ": it has no key");
    }
    return loaded;
  }

  CertificateStatus status() {
    LoadedCertificate loaded = current;
    return loaded == null
        ? new CertificateStatus(name, null, List.of(), null, null, false, problem)
        : new CertificateStatus(
            name,
            loaded.subject(),
            loaded.names(),
            loaded.notBefore(),
            loaded.notAfter(),
            loaded.key() != null,
            problem);
  }
}
