package io.weir.dataplane.replica;

import io.weir.contracts.image.ImageHash;
import io.weir.contracts.image.Provenance;
import io.weir.dataplane.balance.NodeFinding;
import io.weir.dataplane.witness.WitnessReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replica says of itself in the topic of replicas and on its admin port.
 *
 * @param position of the last event in what it serves
 * @param ledgerId of the history it serves, or null if none
 * @param hash of the last event in it, or null if none
 * @param reason why it is stuck or does not serve its file as it is now, or null
 * @param reportedAt ISO 8601, as the other time
 * @param imageHashes of what it has served lately, the newest first; moments behind
 * @param nodeHealth what it finds of nodes that are checked, by upstream and {@code address:port}
 * @param certificates that the configuration names, as they are here
 * @param witness what it says as a witness of the ledger, or null if it is none
 */
record ReplicaReport(
    String replicaId,
    String instance,
    String state,
    long position,
    @Nullable String ledgerId,
    @Nullable String hash,
    @Nullable String reason,
    boolean ready,
    long lag,
    String address,
    String adminAddress,
    String startedAt,
    String reportedAt,
    List<ImageHash> imageHashes,
    Map<String, Map<String, NodeFinding>> nodeHealth,
    List<ServableCertificate> certificates,
    @Nullable WitnessReport witness) {

  static ReplicaReport of(
      ReplicaIdentity replica,
      ReplicaState state,
      @Nullable Provenance served,
      boolean ready,
      long lag,
      Instant now,
      List<ImageHash> imageHashes,
      Findings findings,
      @Nullable WitnessReport witness) {
    return new ReplicaReport(
        replica.replicaId(),
        replica.instance(),
        state.name(),
        served == null ? 0 : served.position(),
        served == null ? null : served.ledgerId().toString(),
        served == null ? null : served.hash().hex(),
        reason(state),
        ready,
        lag,
        replica.address(),
        replica.adminAddress(),
        replica.startedAt().toString(),
        now.toString(),
        imageHashes,
        findings.nodeHealth(),
        findings.certificates(),
        witness);
  }

  private static @Nullable String reason(ReplicaState state) {
    return switch (state) {
      case ReplicaState.Stuck(var _, var why) -> why;
      case ReplicaState.FromFile(var _, var problem) -> problem;
      case ReplicaState.OfLedger _ -> null;
    };
  }
}
