package io.weir.control.traffic.minute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.control.traffic.UnreadableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It holds one hour, and no more than it may. */
class TrafficMemoryTest {
  private static final Instant NOW = Instant.parse("2026-11-30T11:20:42Z");

  private static MinuteRecord record(String replica, Instant startedAt, int minutesAgo, int rows) {
    ObjectNode record =
        Json.MAPPER
            .createObjectNode()
            .put("replicaId", replica)
            .put("startedAt", startedAt.toString())
            .put("minute", NOW.minus(Duration.ofMinutes(minutesAgo)).toString());
    for (int i = 0; i < rows; i++) {
      record
          .withArray("/rows")
          .addObject()
          .put("requests", 1 + i)
          .put("apiId", "api-%08d".formatted(i));
      record
          .withArray("/nodes")
          .addObject()
          .put("attempts", 2 + i)
          .put("node", "10.0.0.1:" + (1 + i));
    }
    return MinuteRecord.read(record);
  }

  private static long requests(List<MinuteRecord> records) {
    return records.stream()
        .mapToLong(record -> Row.sum(record.rows(), new RequestTally()).size())
        .sum();
  }

  private static long attempts(List<MinuteRecord> records) {
    return records.stream()
        .mapToLong(record -> Row.sum(record.nodes(), new AttemptTally()).size())
        .sum();
  }

  private static int rows(List<MinuteRecord> records) {
    return records.stream().mapToInt(MinuteRecord::size).sum();
  }

  @Test
  void ofMoreThanItMayHoldTheOldestMinutesAreToldInLessDetailAndKeepTheirSums() {
    TrafficMemory memory = new TrafficMemory(3_000);
    for (int ago = 40; ago >= 0; ago--) {
      memory.add(record("r", NOW.minusSeconds(9_000), ago, 100), NOW);
      assertThat(rows(memory.from(Instant.EPOCH))).isLessThanOrEqualTo(3_000);
    }
    List<MinuteRecord> all = memory.from(Instant.EPOCH);
    assertThat(all).hasSize(41);
    assertThat(requests(all)).isEqualTo(41 * 5_050);
    assertThat(attempts(all)).isEqualTo(41 * 5_150);
    assertThat(all.getLast().rows()).hasSize(100);
    assertThat(all.getFirst().rows()).hasSize(20);
    assertThat(all.getFirst().rows().getLast().others()).isTrue();
    assertThat(all.getFirst().rows().getFirst().tally().size()).isEqualTo(100);
  }

  @Test
  void whereThatIsNotEnoughTheOldestMinutesGo() {
    TrafficMemory memory = new TrafficMemory(500);
    for (int ago = 40; ago >= 0; ago--) {
      memory.add(record("r", NOW.minusSeconds(9_000), ago, 30), NOW);
      assertThat(rows(memory.from(Instant.EPOCH))).isLessThanOrEqualTo(500);
    }
    assertThat(memory.from(TrafficMemory.first(NOW, 1))).hasSize(1);
    assertThat(memory.from(Instant.EPOCH)).hasSizeBetween(10, 40);
  }

  @Test
  void whatOneProcessSaysReplacesWhatItSaidAndAnotherOneAddsToIt() {
    TrafficMemory memory = new TrafficMemory();
    Instant first = NOW.minusSeconds(9_000);
    memory.add(record("r", first, 0, 10), NOW);
    memory.add(record("r", first, 0, 20), NOW);
    memory.add(record("r", first, 0, 10), NOW);
    assertThat(requests(memory.from(Instant.EPOCH))).isEqualTo(210);
    memory.add(record("r", NOW.minusSeconds(10), 0, 10), NOW);
    assertThat(requests(memory.from(Instant.EPOCH))).isEqualTo(265);
    memory.add(record("s", first, 0, 10), NOW);
    assertThat(requests(memory.from(Instant.EPOCH))).isEqualTo(320);
  }

  @Test
  void whatIsOlderThanAnHourOrOfTheFutureIsNotTakenAndNotKept() {
    TrafficMemory memory = new TrafficMemory();
    memory.add(record("r", NOW, 60, 1), NOW);
    memory.add(record("r", NOW, -60, 1), NOW);
    assertThat(memory.from(Instant.EPOCH)).isEmpty();
    memory.add(record("r", NOW, 59, 1), NOW);
    assertThat(memory.from(Instant.EPOCH)).hasSize(1);
    memory.add(record("r", NOW, 0, 1), NOW.plusSeconds(60));
    assertThat(memory.from(Instant.EPOCH)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{'replicaId':1,'startedAt':'2026-11-30T11:20:00Z','minute':'2026-11-30T11:20:00Z'}",
        "{'replicaId':'','startedAt':'2026-11-30T11:20:00Z','minute':'2026-11-30T11:20:00Z'}",
        "{'replicaId':'r','startedAt':'yesterday','minute':'2026-11-30T11:20:00Z'}",
        "{'replicaId':'r','startedAt':'2026-11-30T11:20:00Z','minute':7}",
        "{'replicaId':'r','startedAt':'2026-11-30T11:20:00Z','minute':'2026-11-30T11:20:00Z','rows':{}}",
      })
  void whatIsNoRecordIsRefused(String text) throws JsonProcessingException {
    JsonNode node = Json.MAPPER.readTree(text.replace('\'', '"'));
    assertThatThrownBy(() -> MinuteRecord.read(node)).isInstanceOf(UnreadableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "{}",
        "{'requests':-1}",
        "{'requests':1.5}",
        "{'requests':'1'}",
        "{'requests':99999999999999999999999999}",
        "{'requests':9000000000000000000}",
        "{'requests':1,'serviceId':'shop'}",
        "{'requests':1,'environment':'prod'}",
        "{'requests':1,'status':{'9xx':1}}",
        "{'requests':1,'status':[1]}",
        "{'requests':1,'failures':{'a b':1}}",
        "{'requests':1,'failures':{'TIMEOUT':null}}",
        "{'requests':1,'durations':[[1]]}",
        "{'requests':1,'durations':[[1,-1]]}",
        "{'requests':1,'durations':[['1',1]]}",
        "{'requests':1,'durations':7}",
        "{'requests':1,'others':'yes'}",
      })
  void soIsOneWithARowThatIsNone(String row) throws JsonProcessingException {
    String text =
        "{'replicaId':'r','startedAt':'2026-11-30T11:20:00Z','minute':'2026-11-30T11:20:00Z','rows':[%s]}"
            .formatted(row);
    JsonNode node = Json.MAPPER.readTree(text.replace('\'', '"'));
    assertThatThrownBy(() -> MinuteRecord.read(node)).isInstanceOf(UnreadableException.class);
  }
}
