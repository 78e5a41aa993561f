package io.weir.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.VerifierKey;
import io.weir.transparency.verify.Finding;
import io.weir.transparency.verify.NamedKey;
import io.weir.transparency.verify.Verification;
import io.weir.transparency.verify.Verifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir verify}: whether a history is what was recorded, and what is not. */
@Command(
    name = "verify",
    description = {
      "Recomputes a history from its first event and says what is wrong first.",
      "Needs no running Weir and no secret."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything is as it was recorded, and as checkpoints and witnesses say",
      "1:something is not",
      "2:it cannot be told: wrong arguments, or nothing to read"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class VerifyCommand extends HistoryCommand {

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint that was kept; may be given more than once.")
  private List<Path> checkpointFiles = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Keys that a checkpoint has to be signed with one of, and of witnesses, one a line;"
              + " without it the keys are taken from the history itself.")
  private List<Path> keyFiles = new ArrayList<>();

  @Option(
      names = "--cosignatures",
      paramLabel = "FILE",
      description =
          "What witnesses said: an answer of GET /v1/ledger/cosignatures, each of which is"
              + " compared with the history.")
  private List<Path> cosignatureFiles = new ArrayList<>();

  @Override
  int run() throws IOException {
    List<VerifierKey> given = GivenCheckpoint.keys(keyFiles);
    List<GivenCheckpoint> checkpoints = new ArrayList<>();
    Map<Long, Hash> roots = new HashMap<>();
    for (Path file : checkpointFiles) {
      GivenCheckpoint checkpoint = GivenCheckpoint.read(file);
      checkpoints.add(checkpoint);
      Hash root = checkpoint.checkpoint().root();
      Hash other = roots.putIfAbsent(checkpoint.checkpoint().size(), root);
      if (other != null && !other.equals(root)) {
        throw new IOException(
            "two checkpoints say different things of event " + checkpoint.checkpoint().size());
      }
    }
    List<GivenCosignature> cosignatures = GivenCosignature.read(cosignatureFiles);
    Set<Long> sizes = cosignatures.stream().map(GivenCosignature::size).collect(Collectors.toSet());
    Verification verification = read(new Verifier(roots, sizes)::verify);
    var report = new Report(verification);
    for (GivenCheckpoint checkpoint : checkpoints) {
      judge(checkpoint, given, verification, report);
    }
    for (GivenCosignature cosignature : cosignatures) {
      judge(cosignature, given, verification, report);
    }
    return report.print();
  }

  private static void judge(
      GivenCosignature given, List<VerifierKey> pinned, Verification found, Report report) {
    Chain sound = found.sound();
    String what = "%d events, by %s".formatted(given.size(), given.key());
    if (sound == null || (!found.intact() && given.size() > found.position())) {
      // what is wrong before it is said already
      return;
    }
    if (!pinned.isEmpty() && !pinned.contains(given.key())) {
      // anybody can make a key and sign with it
      report.cosigned.add(what + ", whose key was not given: not looked at");
      return;
    }
    List<String> wrong = new ArrayList<>();
    try {
      Optional<Instant> when = given.when(sound.ledgerId());
      if (when.isEmpty()) {
        wrong.add("it is not signed by that key");
      }
      given.contradiction(found).ifPresent(wrong::add);
      if (wrong.isEmpty()) {
        report.cosigned.add("%s at %s".formatted(what, when.orElseThrow()));
      }
    } catch (NoteException e) {
      wrong.add(String.valueOf(e.getMessage()));
    }
    wrong.forEach(why -> report.wrong.add("the cosignature of %s: %s".formatted(what, why)));
  }

  private static void judge(
      GivenCheckpoint given, List<VerifierKey> pinned, Verification found, Report report) {
    String name = given.file().toString();
    Chain sound = found.sound();
    String origin = given.checkpoint().origin();
    if (sound != null && !origin.equals(Checkpoint.originOf(sound.ledgerId()))) {
      report.wrong.add(
          "%s is of another ledger: of %s, not %s"
              .formatted(name, origin, Checkpoint.originOf(sound.ledgerId())));
      return;
    }
    List<VerifierKey> keys =
        pinned.isEmpty() ? found.keys().stream().map(NamedKey::key).toList() : pinned;
    try {
      List<GivenCheckpoint.Signer> signers = given.signers(keys);
      if (signers.stream().noneMatch(signer -> signer.key().kind() == KeyKind.NOTE)) {
        report.wrong.add(
            "%s is signed by none of the %d keys %s"
                .formatted(name, keys.size(), pinned.isEmpty() ? "of the history" : "given"));
      }
      for (GivenCheckpoint.Signer signer : signers) {
        report.signed.add(
            "%s: %d events, signed by %s%s"
                .formatted(
                    name,
                    given.checkpoint().size(),
                    signer.key(),
                    signer.when().map(when -> " at " + when).orElse("")));
      }
    } catch (NoteException e) {
      report.wrong.add("%s: %s".formatted(name, e.getMessage()));
    }
  }

  /** What is said in the end. */
  private final class Report {
    private final Verification verification;
    private final List<String> signed = new ArrayList<>();
    private final List<String> cosigned = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    Report(Verification verification) {
      this.verification = verification;
    }

    int print() {
      PrintWriter out = out();
      if (asJson()) {
        out.println(object());
      } else {
        lines(out);
      }
      out.flush();
      return sound() ? 0 : 1;
    }

    private boolean sound() {
      return verification.intact() && wrong.isEmpty();
    }

    private void lines(PrintWriter out) {
      Finding finding = verification.finding();
      if (finding == null) {
        out.println("intact: %d events".formatted(verification.position() - verification.after()));
      } else {
        out.println(line(finding));
        out.println("proven up to position %d".formatted(verification.position()));
      }
      Chain sound = verification.sound();
      if (sound != null) {
        out.println("ledger  " + sound.ledgerId());
        out.println("hash    " + sound.hash());
      }
      if (verification.after() > 0) {
        out.println(
            "a part of a ledger: what was up to position %d is not proven"
                .formatted(verification.after()));
      }
      if (verification.root() != null) {
        out.println("root    " + verification.root());
      }
      signed.forEach(line -> out.println("checkpoint " + line));
      cosigned.forEach(line -> out.println("cosigned " + line));
      wrong.forEach(line -> out.println("WRONG: " + line));
    }

    private ObjectNode object() {
      ObjectNode all = JSON.createObjectNode();
      all.put("intact", sound()).put("position", verification.position());
      Chain sound = verification.sound();
      if (sound != null) {
        all.put("ledgerId", sound.ledgerId().toString()).put("hash", sound.hash().hex());
      }
      all.put("after", verification.after());
      if (verification.root() != null) {
        all.put("root", verification.root().hex());
      }
      Finding finding = verification.finding();
      if (finding != null) {
        put(all, finding);
      }
      signed.forEach(all.putArray("checkpoints")::add);
      cosigned.forEach(all.putArray("cosignatures")::add);
      wrong.forEach(all.putArray("wrong")::add);
      return all;
    }
  }
}
