package io.weir.dataplane.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.value.CertificateName;
import io.weir.testing.http.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CertificatesTest {
  private static final TestCertificate ONE = TestCertificate.selfSigned("dns:one.example");
  private static final TestCertificate OTHER = TestCertificate.selfSigned("dns:other.example");
  private static final CertificateName SITE = new CertificateName("site");

  @TempDir Path directory;
  private Certificates certificates;

  private Certificates start() {
    certificates = new Certificates(directory, () -> Set.of(SITE)).start();
    return certificates;
  }

  @AfterEach
  void close() {
    if (certificates != null) {
      certificates.close();
    }
  }

  private CertificateStatus status() {
    return certificates.statuses().stream()
        .filter(status -> status.name().equals("site"))
        .findFirst()
        .orElseThrow();
  }

  private void awaitProblem(String part) {
    await().untilAsserted(() -> assertThat(status().problem()).contains(part));
  }

  private boolean inUse(TestCertificate certificate) {
    LoadedCertificate current = certificates.current(SITE);
    return current != null && current.chain().getFirst().equals(certificate.certificate());
  }

  @Test
  void aPairIsReadAndTold() throws Exception {
    ONE.writeTo(directory, "site");
    start();
    assertThat(inUse(ONE)).isTrue();
    assertThat(certificates.statuses())
        .containsExactly(
            new CertificateStatus(
                "site",
                "CN=test",
                List.of("one.example"),
                ONE.certificate().getNotBefore().toInstant(),
                ONE.certificate().getNotAfter().toInstant(),
                true,
                null));
    assertThat(certificates.earliestNotAfter())
        .contains(ONE.certificate().getNotAfter().toInstant());
  }

  @Test
  void aChainIsKeptWhole() throws Exception {
    TestCertificate authority = TestCertificate.authority("ca");
    authority.sign("dns:one.example").writeTo(directory, "site");
    start();
    assertThat(certificates.current(SITE).chain())
        .hasSize(2)
        .last()
        .isEqualTo(authority.certificate());
  }

  @Test
  void authoritiesNeedNoKey() throws Exception {
    Files.writeString(directory.resolve("site.crt"), ONE.chainPem() + OTHER.chainPem());
    start();
    assertThat(certificates.files(SITE).authorities().chain()).hasSize(2);
    assertThatThrownBy(() -> certificates.files(SITE).pair())
        .isInstanceOf(MissingCertificateException.class)
        .hasMessage("certificate site: it has no key");
    assertThat(certificates.earliestNotAfter()).isEmpty();
  }

  @Test
  void oneThatIsMissingIsToldAndUsedOnceItIsThere() throws Exception {
    start();
    assertThat(status())
        .isEqualTo(
            new CertificateStatus(
                "site", null, List.of(), null, null, false, "there is no site.crt"));
    ONE.writeTo(directory, "site");
    await().until(() -> inUse(ONE));
  }

  @Test
  void oneThatTheConfigurationDoesNotNameIsReadToo() throws Exception {
    ONE.writeTo(directory, "another");
    start();
    assertThat(certificates.statuses())
        .extracting(CertificateStatus::name)
        .containsExactly("another", "site");
    Files.delete(directory.resolve("another.crt"));
    await().until(() -> certificates.statuses().size() == 1);
  }

  @Test
  void aNewPairReplacesTheOldOne() throws Exception {
    ONE.writeTo(directory, "site");
    start();
    OTHER.writeTo(directory, "site");
    await().until(() -> inUse(OTHER));
  }

  @Test
  void aPairThatDoesNotFitKeepsTheOldOneUntilItFits() throws Exception {
    ONE.writeTo(directory, "site");
    start();
    Files.writeString(directory.resolve("site.crt"), OTHER.chainPem());
    awaitProblem("site.key holds the key of another certificate");
    assertThat(inUse(ONE)).isTrue();
    Files.writeString(directory.resolve("site.key"), OTHER.keyPem());
    await().until(() -> inUse(OTHER));
    assertThat(status().problem()).isNull();
  }

  @Test
  void whatIsNoCertificateOrNoKeyOrGoneKeepsTheOldOne() throws Exception {
    ONE.writeTo(directory, "site");
    start();
    Files.writeString(directory.resolve("site.crt"), "nonsense");
    awaitProblem("site.crt ");
    ONE.writeTo(directory, "site");
    await().until(() -> status().problem() == null);
    Files.writeString(
        directory.resolve("site.key"), ONE.keyPem().replace("PRIVATE KEY", "EC PRIVATE KEY"));
    awaitProblem("site.key is no unencrypted PKCS#8 key");
    Files.delete(directory.resolve("site.key"));
    awaitProblem("its key is gone");
    Files.delete(directory.resolve("site.crt"));
    awaitProblem("there is no site.crt");
    assertThat(inUse(ONE)).isTrue();
  }

  /** How Kubernetes replaces the files of a secret: by pointing one link elsewhere. */
  @Test
  void aLinkThatIsPointedElsewhereIsAChange() throws Exception {
    Path old = version("..2026_01", ONE);
    Path next = version("..2026_02", OTHER);
    // alike in all but what they are
    Files.setLastModifiedTime(
        next.resolve("tls.crt"), Files.getLastModifiedTime(old.resolve("tls.crt")));
    Path data = directory.resolve("..data");
    Files.createSymbolicLink(data, old.getFileName());
    Files.createSymbolicLink(directory.resolve("site.crt"), Path.of("..data", "tls.crt"));
    Files.createSymbolicLink(directory.resolve("site.key"), Path.of("..data", "tls.key"));
    start();
    assertThat(inUse(ONE)).isTrue();
    Path swap = directory.resolve("..data_tmp");
    Files.createSymbolicLink(swap, next.getFileName());
    Files.move(swap, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    await().until(() -> inUse(OTHER));
  }

  private Path version(String name, TestCertificate certificate) throws IOException {
    Path version = Files.createDirectory(directory.resolve(name));
    certificate.writeTo(version, "tls");
    return version;
  }

  @Test
  void withoutADirectoryEveryOneIsMissing() {
    certificates = new Certificates(null, () -> List.of(SITE)).start();
    assertThat(status().problem()).isEqualTo("this replica was started without --certificates");
  }

  @Test
  void aDirectoryThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> new Certificates(directory.resolve("nowhere"), Set::of))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere");
  }
}
