package io.weir.contracts.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One place of an object's content that is not as it was.
 *
 * @param pointer RFC 6901 JSON pointer into the content; the nodes of an upstream are told by
 *     {@code address:port} (IPv6 in brackets) and not by their place in the list
 * @param from what stood there; null if nothing did
 * @param to what stands there; null if nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(String pointer, @Nullable JsonNode from, @Nullable JsonNode to) {}
