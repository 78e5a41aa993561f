package io.weir.guard;

import java.util.List;

/**
 * What a request says about where it comes from and what it carries; header fields by line.
 *
 * @param needsHost whether its version of HTTP wants a host: 1.0, which no browser speaks, does not
 * @param hosts {@code Host} or {@code :authority}
 * @param body whether something follows the head
 */
record RequestHead(
    String method,
    boolean needsHost,
    List<String> hosts,
    List<String> origins,
    List<String> fetchSites,
    boolean body,
    List<String> contentTypes) {}
