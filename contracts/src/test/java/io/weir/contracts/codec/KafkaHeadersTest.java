package io.weir.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.VpcId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record's headers and value are the recorded event. */
class KafkaHeadersTest {
  private static final Recorded RECORDED =
      new Recorder(new UUID(1, 2)).record(new VpcDeleted(new VpcId("vpc-4n5bfklc"))).getFirst();

  @Property(tries = 30)
  void whatIsReadIsWhatWasWritten(@ForAll long seed) {
    for (Recorded recorded : RandomHistory.of(seed, 50)) {
      Map<String, String> headers = KafkaHeaders.of(recorded);
      assertThat(KafkaHeaders.read(headers, recorded.data())).isEqualTo(recorded);
    }
  }

  @Test
  void anEventOfNoSubjectSurvivesToo() {
    Envelope e = RECORDED.envelope();
    Recorded bare =
        Recorded.of(
            new Envelope(
                e.ledgerId(),
                1,
                e.stream(),
                1,
                1,
                1,
                e.id(),
                e.type(),
                List.of(),
                "",
                null,
                "",
                e.commandId(),
                "",
                e.recordedAt(),
                e.prevHash()),
            "{}");
    assertThat(KafkaHeaders.read(KafkaHeaders.of(bare), "{}")).isEqualTo(bare);
  }

  /** CloudEvents 1.0.2, 3.1: lower-case letters and digits, at most 20 of them. */
  @Test
  void namesAreThoseOfCloudEvents() {
    Pattern attribute = Pattern.compile("ce_[a-z0-9]{1,20}|content-type");
    assertThat(KafkaHeaders.of(RECORDED).keySet())
        .allMatch(name -> attribute.matcher(name).matches())
        .contains("ce_specversion", "ce_id", "ce_source", "ce_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_id",
        "ce_source",
        "ce_type",
        "ce_subject",
        "ce_time",
        "ce_sequence",
        "ce_streamversion",
        "ce_commitstart",
        "ce_commitsize",
        "ce_subjects",
        "ce_actor",
        "ce_commandid",
        "ce_correlation",
        "ce_prevhash",
        "ce_hash"
      })
  void aMissingHeaderIsNamed(String name) {
    Map<String, String> headers = new HashMap<>(KafkaHeaders.of(RECORDED));
    headers.remove(name);
    assertThatThrownBy(() -> KafkaHeaders.read(headers, RECORDED.data()))
        .isInstanceOf(UnknownEventException.class)
        .hasMessage("header " + name + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "ce_source,http://example",
    "ce_source,urn:weir:ledger:x",
    "ce_id,7",
    "ce_time,yesterday",
    "ce_sequence,one",
    "ce_streamversion,1.0",
    "ce_commitstart,''",
    "ce_commitsize,99999999999",
    "ce_commandid,''",
    "ce_prevhash,00",
    "ce_hash,xyz"
  })
  void aMalformedHeaderIsNamed(String name, String value) {
    Map<String, String> headers = new HashMap<>(KafkaHeaders.of(RECORDED));
    headers.put(name, value);
    assertThatThrownBy(() -> KafkaHeaders.read(headers, RECORDED.data()))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageStartingWith("header " + name + " is malformed: " + value);
  }
}
