package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.ProvenLedger;
import io.weir.acceptance.chaos.history.Sighting;
import io.weir.contracts.image.ImageHash;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What a gateway node serves is the fold of the first events of the ledger, whole commands, never
 * anything else; while its process lives it goes forward and stays ready.
 */
final class GatewaysServePrefixes implements Rule {
  @Override
  public String sentence() {
    return "a gateway node serves nothing but a prefix of the ledger, never goes back, stays ready";
  }

  @Override
  public List<String> contradictions(Evidence evidence) {
    ProvenLedger ledger = evidence.ledger();
    Map<Long, ImageHash> folded = ledger.imageHashes(hashed(evidence));
    List<String> found = new ArrayList<>();
    Map<Target, Sighting> before = new EnumMap<>(Target.class);
    for (Sighting sighting : evidence.sightings()) {
      if (sighting.position() > 0) {
        event(ledger, sighting, found);
      }
      for (ImageHash hash : sighting.hashes()) {
        ImageHash expected = folded.get(hash.position());
        if (expected != null && !expected.equals(hash)) {
          found.add(
              "%s told image hash %s, which the ledger does not give: %s"
                  .formatted(sighting.gateway(), hash, expected));
        }
      }
      Sighting last = before.put(sighting.gateway(), sighting);
      if (last != null && last.start() == sighting.start()) {
        forward(last, sighting, found);
      }
    }
    return found;
  }

  /** The positions of images that were hashed and that the export reaches. */
  private static NavigableSet<Long> hashed(Evidence evidence) {
    NavigableSet<Long> positions = new TreeSet<>();
    evidence.sightings().forEach(one -> one.hashes().forEach(h -> positions.add(h.position())));
    return positions.headSet(evidence.ledger().end(), true);
  }

  private static void event(ProvenLedger ledger, Sighting sighting, List<String> found) {
    long position = sighting.position();
    String says =
        "%s served position %d with hash %s of ledger %s"
            .formatted(sighting.gateway(), position, sighting.hash(), sighting.ledgerId());
    if (position > ledger.end()) {
      found.add("%s, and the ledger ends at %d".formatted(says, ledger.end()));
    } else if (!String.valueOf(ledger.id()).equals(sighting.ledgerId())
        || !ledger.hashAt(position).equals(sighting.hash())) {
      found.add(
          "%s, and the event there has %s of ledger %s"
              .formatted(says, ledger.hashAt(position), ledger.id()));
    } else if (!ledger.at(position).endsCommit()) {
      found.add(says + ", in the middle of a command");
    }
  }

  private static void forward(Sighting last, Sighting now, List<String> found) {
    if (now.position() < last.position()) {
      found.add(
          "%s went back from position %d to %d"
              .formatted(now.gateway(), last.position(), now.position()));
    }
    if (last.ready() && !now.ready()) {
      found.add(
          "%s was ready at position %d, and was not at %d, %s"
              .formatted(now.gateway(), last.position(), now.position(), now.state()));
    }
  }
}
