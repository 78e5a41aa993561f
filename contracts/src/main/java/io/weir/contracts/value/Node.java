package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One backend node of an upstream.
 *
 * @param draining whether it only finishes the requests it has and gets no new ones, whatever its
 *     weight
 */
public record Node(Address address, Port port, Weight weight, boolean draining) {
  /** A node that takes requests. */
  public Node(Address address, Port port, Weight weight) {
    this(address, port, weight, false);
  }

  /** As it is written; what older events do not say has its default. */
  @JsonCreator
  static Node of(
      @JsonProperty("address") Address address,
      @JsonProperty("port") Port port,
      @JsonProperty("weight") Weight weight,
      @JsonProperty("draining") @Nullable Boolean draining) {
    return new Node(address, port, weight, draining != null && draining);
  }

  /** Whether it gets new requests. */
  public boolean takesRequests() {
    return !draining && weight.value() > 0;
  }

  /** What tells nodes of one upstream apart. */
  public NodeName name() {
    return new NodeName(address, port);
  }

  /** {@code address:port}, with an IPv6 address in brackets: its name as a text. */
  public String authority() {
    return name().toString();
  }
}
