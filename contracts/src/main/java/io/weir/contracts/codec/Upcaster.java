package io.weir.contracts.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * Turns the data of a retired event type into that of its successor, at the decode edge: stored
 * bytes never change.
 *
 * @param from the retired type, such as {@code upstream.created.v1}
 * @param to its successor, such as {@code upstream.created.v2}
 */
public record Upcaster(String from, String to, UnaryOperator<ObjectNode> change) {}
