package io.weir.dataplane.balance;

import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.NodeTls;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.UpstreamSettings;
import org.jspecify.annotations.Nullable;

/**
 * How the nodes of an upstream are reached. A node that is to be reached in another way is another
 * node: its connections and what is known of it hang on the way.
 */
record Way(
    Protocol protocol,
    @Nullable HostHeader hostHeader,
    HttpVersion httpVersion,
    @Nullable NodeTls tls) {
  static Way of(UpstreamSettings settings) {
    return new Way(
        settings.protocol(), settings.hostHeader(), settings.httpVersion(), settings.tls());
  }
}
