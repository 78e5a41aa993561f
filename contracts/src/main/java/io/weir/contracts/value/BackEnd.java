package io.weir.contracts.value;

import org.jspecify.annotations.Nullable;

/**
 * Where an API's requests go: VPC resources, through a VPC upstream.
 *
 * @param path replaces the matched part of the request's path
 * @param method sent to the node, or null for the request's own
 */
public record BackEnd(
    Type type,
    ConnectionMode connectionMode,
    UpstreamId upstreamId,
    BackPath path,
    @Nullable Method method,
    Timeout timeoutMillis) {
  /** The kind of back end. */
  public enum Type {
    VPC_RESOURCES
  }

  /** How VPC resources are connected to. */
  public enum ConnectionMode {
    VPC_UPSTREAM
  }

  public BackEnd {
    if (method == Method.ANY) {
      throw new InvalidValueException("must have one method, or none to keep the request's own");
    }
  }

  /** A back end on a VPC upstream that keeps the request's method. */
  public static BackEnd upstream(UpstreamId upstreamId, BackPath path, Timeout timeout) {
    return new BackEnd(
        Type.VPC_RESOURCES, ConnectionMode.VPC_UPSTREAM, upstreamId, path, null, timeout);
  }
}
