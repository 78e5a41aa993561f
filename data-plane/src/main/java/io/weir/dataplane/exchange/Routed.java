package io.weir.dataplane.exchange;

import io.weir.contracts.value.CertificateName;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.route.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, or why nowhere.
 *
 * @param target null if it is malformed
 * @param destination null if it has none
 * @param refusal null if it is to be forwarded, or if the gateway is what it asks about
 */
record Routed(
    @Nullable RequestTarget target, @Nullable Destination destination, @Nullable Failure refusal) {

  /** What a route table says about a request. */
  static Routed of(RequestHead head, ClientPeer peer, RouteTable table) {
    RequestTarget target = RequestTarget.of(head);
    Failure refusal = FinalRecipient.refusal(head);
    if (refusal != null) {
      return new Routed(target, null, refusal);
    }
    if (target == null) {
      return new Routed(null, null, Failure.BAD_REQUEST);
    }
    if (FinalRecipient.answersOptions(head, target)) {
      return new Routed(target, null, null);
    }
    CertificateName shown = peer.certificate();
    if (shown != null && Destination.isMisdirected(table, head, target, shown)) {
      return new Routed(target, null, Failure.MISDIRECTED);
    }
    Destination found = Destination.find(table, target, head.method());
    if (found == null) {
      boolean empty = table.provenance() == null;
      return new Routed(target, null, empty ? Failure.NOT_CONFIGURED : Failure.NO_ROUTE);
    }
    return new Routed(target, found, found.reachable() ? null : Failure.VPC_NOT_CONNECTED);
  }

  /** Whether what follows on the connection cannot be trusted to be a request. */
  boolean endsConnection() {
    return refusal == Failure.METHOD_NOT_SUPPORTED || target == null;
  }
}
