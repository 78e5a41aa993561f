package io.weir.ledger.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.util.List;

/**
 * Something the caller should know about what was accepted.
 *
 * @param code what programs compare, such as {@code VPC_NOT_CONNECTED}
 * @param detail a sentence
 * @param pointers RFC 6901 pointers to the fields it is about; may be empty
 */
public record Warning(
    String code, String detail, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> pointers) {
  /** The field of an answer that holds them, absent if there are none. */
  static final String FIELD = "warnings";

  public Warning {
    pointers = List.copyOf(pointers);
  }

  /** A warning about the whole object. */
  public static Warning of(String code, String detail) {
    return new Warning(code, detail, List.of());
  }

  /** Adds this to the warnings of an answer. */
  public void addTo(ObjectNode answer) {
    answer.withArray(FIELD).add(Json.MAPPER.<ObjectNode>valueToTree(this));
  }
}
