package io.weir.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.codec.Json;
import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.RetryOn;
import io.weir.contracts.value.SlowStart;
import io.weir.contracts.value.UpstreamLimits;
import io.weir.contracts.value.UpstreamSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What any release has written is read for ever, and this one writes what it always wrote. */
class GoldenTest {
  @BeforeAll
  static void writeWhenAsked() {
    if ("write".equals(System.getProperty("weir.golden"))) {
      GoldenLedger.write();
    }
  }

  static List<String> releases() {
    return GoldenLedger.releases();
  }

  @Test
  void everyTypeHasAGoldenFile() {
    List<String> without = new ArrayList<>();
    for (String type : EventTypes.names()) {
      if (!Files.exists(GoldenLedger.file(GoldenLedger.RELEASE, type))
          || !Files.exists(GoldenLedger.schema(GoldenLedger.RELEASE, type))) {
        without.add(type);
      }
    }
    assertThat(without)
        .as(
            "Event types without golden files. To add them: put an event of each into"
                + " GoldenHistory, with every field it can have; give GoldenLedger.RELEASE a new"
                + " name, for files of earlier releases never change; run"
                + " `./weir golden`;"
                + " read what it wrote and commit it")
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void whatWasWrittenIsReadAndFolds(String release) {
    List<Recorded> events = List.copyOf(GoldenLedger.events(release).values());
    Chain chain = Chain.genesis(events.getFirst().envelope().ledgerId());
    for (Recorded recorded : events) {
      assertThat(chain.step(recorded)).isEqualTo(Chain.Step.APPLY);
      chain = chain.after(recorded);
      if (recorded.envelope().endsCommit()) {
        GatewayImage image = GoldenLedger.fold(events, chain.position());
        assertThat(image.provenance().chain()).isEqualTo(chain);
        assertThat(image.check()).isEmpty();
      }
    }
  }

  /**
   * The first release knew upstreams without health checks, retry conditions, slow start, limits,
   * TLS.
   */
  @Test
  void whatTheFirstReleaseDidNotSayIsTheDefault() {
    Map<String, Recorded> events = GoldenLedger.events("v1");
    UpstreamCreated upstream =
        (UpstreamCreated)
            EventCodec.CURRENT.decode(Objects.requireNonNull(events.get("upstream.created.v1")));
    UpstreamSettings said = upstream.settings();
    assertThat(said)
        .isEqualTo(
            new UpstreamSettings(
                said.name(),
                said.vpcId(),
                said.description(),
                said.algorithm(),
                said.protocol(),
                said.hostHeader(),
                said.retries(),
                new RetryOn(List.of(), false),
                HttpVersion.HTTP_1_1,
                null,
                new SlowStart(0),
                new UpstreamLimits(1_024, 1_024, 10_000),
                null));
    assertThat(upstream.nodes().list()).hasSize(3).noneMatch(Node::draining);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void aSnapshotThatWasWrittenIsTheImageItWasWrittenFrom(String release) throws IOException {
    try (InputStream file = Files.newInputStream(GoldenLedger.snapshot(release))) {
      GatewayImage image = Snapshot.read(file, EventCodec.CURRENT).image();
      assertThat(image)
          .isEqualTo(GoldenLedger.fold(GoldenLedger.events(release).values(), image.position()));
      assertThat(image.services()).isNotEmpty();
    }
  }

  /**
   * Processes of two builds compare these. If this fails, this build makes another text of the same
   * image: give {@link ImageHash#FORMAT} a new name, then write the new hash here.
   */
  @Test
  void theFirstReleasesImageHasTheHashThatThisFormatGivesIt() throws IOException {
    try (InputStream file = Files.newInputStream(GoldenLedger.snapshot("v1"))) {
      ImageHash hash = ImageHash.of(Snapshot.read(file, EventCodec.CURRENT).image());
      assertThat(hash.format()).isEqualTo("weir-image-2");
      assertThat(hash.hash().hex())
          .isEqualTo("90396b878432b899b817aeec3ec591098674bb9594ed7c485b2fd4e167dfc562");
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void whatWasWrittenFitsTheSchemaOfItsType(String release) {
    for (Map.Entry<String, Recorded> golden : GoldenLedger.events(release).entrySet()) {
      JsonSchema schema =
          EventSchemas.compiled(EventSchemas.of(golden.getValue().envelope().type()));
      assertThat(schema.validate(golden.getValue().data(), InputFormat.JSON))
          .as(release + " " + golden.getKey())
          .isEmpty();
    }
  }

  @Test
  void thisReleaseWritesTheVeryBytes() {
    for (var named : GoldenLedger.named(GoldenHistory.recorded()).entrySet()) {
      Recorded recorded = named.getValue();
      var golden = EventSchemas.read(GoldenLedger.file(GoldenLedger.RELEASE, named.getKey()));
      assertThat(recorded.data()).isEqualTo(golden.path("value").asText());
      assertThat(Json.MAPPER.<JsonNode>valueToTree(KafkaHeaders.of(recorded)).toString())
          .isEqualTo(golden.path("headers").toString());
    }
  }
}
