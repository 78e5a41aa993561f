package io.weir.contracts.content;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * That something else stands at a place than an event put there.
 *
 * @param from what stood there before the event; null if nothing did
 * @param to what the event put there; null if it took away what there was
 * @param now what stands there; null if nothing does
 */
public record ChangedSince(
    @Nullable JsonNode from, @Nullable JsonNode to, @Nullable JsonNode now) {}
