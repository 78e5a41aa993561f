package io.weir.dataplane.telemetry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What this process has to say in the topic of traffic, made of what is {@link Reported}: all that
 * was counted in a minute so far, every {@value #COUNTS_SECONDS} seconds and once after its end,
 * and the requests that were kept. What was counted belongs to the minute that ran when counts were
 * collected before, which happens at the end of each minute, too. One thread asks for records, any
 * may ask what was said last.
 */
public final class TrafficRecords {
  /** How often counts are told. */
  static final int COUNTS_SECONDS = 5;

  /** How many bytes of kept requests are told at a time. */
  static final int MOST_BYTES = 200 * 1024;

  /** How many kept requests are remembered, and how many bytes of them. */
  static final int REMEMBERED = 200;

  static final int REMEMBERED_BYTES = 1024 * 1024;

  /** How long event loops are waited for. */
  private static final long LOOPS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Reported reported;
  private final String replicaId;
  private final String startedAt;
  private TrafficMinute minute;
  private long slot;

  // guarded by this
  private @Nullable ObjectNode running;
  private @Nullable ObjectNode before;
  private final Deque<byte[]> remembered = new ArrayDeque<>();
  private int rememberedBytes;

  /**
   * Records of a process.
   *
   * @param startedAt when it started: what it says does not replace what it said before that
   * @param now the beginning of the first minute, or any time within
   */
  public TrafficRecords(Reported reported, String replicaId, Instant startedAt, Instant now) {
    this.reported = reported;
    this.replicaId = replicaId;
    this.startedAt = startedAt.toString();
    minute = new TrafficMinute(now.truncatedTo(ChronoUnit.MINUTES));
    slot = slot(now);
  }

  private static long slot(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), COUNTS_SECONDS);
  }

  /**
   * The records that are due, each the UTF-8 of a JSON object; to be asked once a second.
   *
   * @param last whether nobody will ask again, so that everything is due
   */
  public List<byte[]> due(Instant now, boolean last) throws InterruptedException {
    List<byte[]> records = new ArrayList<>();
    if (last || slot(now) != slot) {
      slot = slot(now);
      collect();
      Instant next = now.truncatedTo(ChronoUnit.MINUTES);
      // a clock that was set back a bit is waited for: what was told must not be replaced
      boolean over =
          next.isAfter(minute.begin()) || next.plus(1, ChronoUnit.MINUTES).isBefore(minute.begin());
      if (minute.isNews()) {
        records.add(tell());
      }
      if (over) {
        begin(next);
      }
    }
    List<byte[]> lines = reported.sample().take(MOST_BYTES);
    if (!lines.isEmpty()) {
      records.add(requests(lines));
      remember(lines);
    }
    return records;
  }

  private void collect() throws InterruptedException {
    reported.loops().forEach(LoopTally::ask);
    long deadline = System.nanoTime() + LOOPS_NANOS;
    for (LoopTally loop : reported.loops()) {
      loop.addTo(minute, Math.max(0, deadline - System.nanoTime()));
    }
  }

  private byte[] tell() {
    ObjectNode record = Json.MAPPER.createObjectNode();
    record.put("type", "minute").put("replicaId", replicaId).put("startedAt", startedAt);
    minute.tell(record);
    synchronized (this) {
      running = record;
    }
    return bytes(record);
  }

  private synchronized void begin(Instant next) {
    minute = new TrafficMinute(next);
    if (running != null) {
      before = running;
      running = null;
    }
  }

  private static byte[] bytes(JsonNode json) {
    try {
      return Json.MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The lines are JSON already. */
  private byte[] requests(List<byte[]> lines) {
    ObjectNode head = Json.MAPPER.createObjectNode();
    head.put("type", "requests").put("replicaId", replicaId);
    byte[] begin = bytes(head);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(begin, 0, begin.length - 1);
    record.writeBytes(",\"requests\":[".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        record.write(',');
      }
      record.writeBytes(lines.get(i));
    }
    record.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
    return record.toByteArray();
  }

  private synchronized void remember(List<byte[]> lines) {
    for (byte[] line : lines) {
      remembered.addFirst(line);
      rememberedBytes += line.length;
    }
    while (remembered.size() > REMEMBERED || rememberedBytes > REMEMBERED_BYTES) {
      rememberedBytes -= remembered.removeLast().length;
    }
  }

  /** What was told last of the running minute and of the one before that, the newest first. */
  public synchronized JsonNode counts() {
    ObjectNode view = Json.MAPPER.createObjectNode();
    ArrayNode items = view.putArray("items");
    if (running != null) {
      items.add(running);
    }
    if (before != null) {
      items.add(before);
    }
    return view;
  }

  /** The requests that were kept lately, the newest first. */
  public JsonNode requests() throws IOException {
    List<byte[]> lines;
    synchronized (this) {
      lines = List.copyOf(remembered);
    }
    ObjectNode view = Json.MAPPER.createObjectNode();
    ArrayNode items = view.putArray("items");
    for (byte[] line : lines) {
      items.add(Json.MAPPER.readTree(line));
    }
    return view;
  }
}
