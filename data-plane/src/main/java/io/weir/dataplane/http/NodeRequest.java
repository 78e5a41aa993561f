package io.weir.dataplane.http;

import org.jspecify.annotations.Nullable;

/**
 * The head of a request to a node.
 *
 * @param path with query
 * @param authority the Host header
 * @param headers without Host and anything that belongs to a connection; a Content-Length exactly
 *     if the length of the body is known. Valid until {@link NodeStream#sendHead} returns
 * @param hasBody whether a body, maybe empty, or trailers follow
 * @param trailers whether the client takes trailers (TE: trailers)
 * @param upgrade the protocol to offer to switch to, or null
 */
public record NodeRequest(
    String method,
    String path,
    String authority,
    String scheme,
    Headers headers,
    boolean hasBody,
    boolean trailers,
    @Nullable String upgrade) {}
