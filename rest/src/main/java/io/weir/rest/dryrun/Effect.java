package io.weir.rest.dryrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import org.jspecify.annotations.Nullable;

/**
 * What a change means beyond the object that it is made to.
 *
 * @param kind of what it is about, with its id and name
 * @param serviceId of an API, or of an environment
 * @param upstreamId of a node
 * @param detail a sentence
 * @param from of a share: the fraction of new requests, 0 to 1
 * @param to likewise, after the change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Effect(
    Code code,
    String kind,
    String id,
    String name,
    @Nullable ServiceId serviceId,
    @Nullable UpstreamId upstreamId,
    String detail,
    @Nullable Double from,
    @Nullable Double to) {

  /** What it is, what is most urgent to know first. */
  public enum Code {
    /** The upstream of an API goes out of reach of its service's instance. */
    API_DISCONNECTED,
    /** It comes into reach. */
    API_CONNECTED,
    /** An environment answers otherwise at once. */
    LIVE_AT_ONCE,
    /** An environment answers as before until the service is released into it. */
    NEEDS_RELEASE,
    /** A node gets another share of new requests, by weight. */
    SHARE
  }
}
