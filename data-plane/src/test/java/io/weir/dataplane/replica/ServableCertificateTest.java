package io.weir.dataplane.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.tls.CertificateStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServableCertificateTest {
  private static CertificateStatus certificate(String name, int days, String problem) {
    Instant end = days < 0 ? null : Instant.EPOCH.plus(Duration.ofDays(days));
    List<String> names = IntStream.range(0, days + 1).mapToObj(i -> "host" + i).toList();
    return new CertificateStatus(
        name, "CN=" + name, names, end == null ? null : Instant.EPOCH, end, true, problem);
  }

  @Test
  void thoseWithAProblemGoFirstThenThoseThatExpireFirst() {
    List<CertificateStatus> all = new ArrayList<>();
    all.add(certificate("missing", -1, "there is no missing.crt"));
    all.add(certificate("broken", 999, "its key is gone"));
    for (int i = 0; i < 300; i++) {
      all.add(certificate("fine" + i, i, null));
    }
    Collections.shuffle(all, new Random(1));
    List<ServableCertificate> told = ServableCertificate.of(all);
    assertThat(told).hasSize(ServableCertificate.MOST);
    assertThat(told.subList(0, 4))
        .extracting(ServableCertificate::name)
        .containsExactly("missing", "broken", "fine0", "fine1");
    assertThat(told.get(0).notAfter()).isNull();
    assertThat(told.get(0).names()).isNull();
    assertThat(told.get(1).names()).hasSize(ServableCertificate.MOST_NAMES);
    assertThat(told.get(2).notAfter()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(told.get(199).name()).isEqualTo("fine197");
  }
}
