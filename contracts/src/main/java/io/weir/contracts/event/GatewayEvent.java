package io.weir.contracts.event;

import java.util.List;

/**
 * A fact about the gateway's configuration. Each carries the whole new value of the part that
 * changed, so that applying one is assignment; who, when and why are in the envelope.
 */
public sealed interface GatewayEvent
    permits UpstreamEvent,
        ServiceEvent,
        ReleaseEvent,
        ApiEvent,
        VpcEvent,
        NetworkEvent,
        InstanceEvent,
        DomainEvent,
        KeyEvent,
        LedgerKeyEvent {
  /** The stream whose version this event advances, such as {@code upstream/upstream-4n5bfklc}. */
  String stream();

  /** The ids of all objects the event speaks of, its own first; a custom domain is its own id. */
  List<String> subjects();
}
