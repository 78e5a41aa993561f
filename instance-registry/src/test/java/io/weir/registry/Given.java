package io.weir.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.command.MergePatch;
import io.weir.testing.event.FakeLedger;

/** What happened before a command, and what it says. */
public final class Given {
  private Given() {}

  /** The configuration that those events lead to. */
  public static GatewayImage events(GatewayEvent... events) {
    var ledger = new FakeLedger();
    for (GatewayEvent event : events) {
      ledger.append(event);
    }
    return ledger.image();
  }

  /** A merge patch, written with single quotes. */
  public static MergePatch patch(String json) {
    try {
      return new MergePatch((ObjectNode) Json.MAPPER.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
