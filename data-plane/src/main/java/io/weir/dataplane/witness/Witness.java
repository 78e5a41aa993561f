package io.weir.dataplane.witness;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.LedgerKey;
import io.weir.contracts.image.Revision;
import io.weir.contracts.log.BrokenChainException;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.TopicFaultException;
import io.weir.contracts.topic.TopicRecord;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.KeyFile;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.SigningKey;
import io.weir.transparency.note.VerifierKey;
import io.weir.transparency.tree.CompactRange;
import io.weir.transparency.tree.RecentRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Remembers every event it read, as a tree, and judges checkpoints by it. Memory is bounded: of
 * events only the hashes of the last {@value #KEPT}. Thread-safe.
 */
public final class Witness {
  private static final System.Logger LOG = System.getLogger(Witness.class.getName());

  /** For how many of the last sizes the root is known: a checkpoint is younger than that. */
  private static final int KEPT = 4096;

  /** Checkpoints of events that were not read yet. */
  private static final int WAITING = 16;

  /** As many before it is looked who signed them. */
  private static final int UNSIFTED = 1024;

  private final Path file;
  private final SigningKey key;
  private final Clock clock;
  private final TreeSet<Parked> waiting = new TreeSet<>();
  private RecentRoots tree = new RecentRoots(CompactRange.empty(), KEPT);
  private @Nullable Chain chain;
  private long cosignedSize;
  private @Nullable Instant cosignedAt;
  private @Nullable String contradiction;
  private boolean changed;

  private Witness(Path file, SigningKey key, Clock clock) {
    this.file = file;
    this.key = key;
    this.clock = clock;
  }

  /**
   * A witness with the key and the memory in a directory; a key is made if there is none, a memory
   * that cannot be read is passed over, and the ledger then read from its beginning.
   *
   * @param name of this process
   * @throws IOException if the key cannot be read or written
   */
  public static Witness in(Path directory, String name, Clock clock) throws IOException {
    Path keyFile = directory.resolve("witness.key");
    Optional<SigningKey> there = KeyFile.read(keyFile);
    SigningKey key =
        there.isPresent()
            ? there.get()
            : KeyFile.create(
                keyFile,
                SigningKey.generate(
                    "weir/replica/" + name.replaceAll("[\\s\\p{Z}\\p{C}+]", "-"),
                    KeyKind.COSIGNATURE));
    var witness = new Witness(directory.resolve("witness.json"), key, clock);
    witness.remember();
    return witness;
  }

  private void remember() {
    try {
      Memory.read(file)
          .ifPresent(
              memory -> {
                chain = memory.chain();
                tree = memory.tree(KEPT);
                cosignedSize = memory.cosignedSize();
                String at = memory.cosignedAt();
                cosignedAt = at == null ? null : Instant.parse(at);
                contradiction = memory.contradiction();
              });
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the memory is passed over: " + e.getMessage());
    }
  }

  /** Keeps what it remembers, if that changed. */
  public void save() throws IOException {
    Memory memory;
    synchronized (this) {
      Chain end = chain;
      if (!changed || end == null) {
        return;
      }
      memory =
          new Memory(
              end.ledgerId(),
              end.position(),
              end.hash(),
              tree.oldest(),
              tree.base().peaks(),
              tree.recent(),
              cosignedSize,
              cosignedAt == null ? null : cosignedAt.toString(),
              contradiction);
      changed = false;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    memory.write(file);
  }

  /** The position of the last event it remembers: records from there on are wanted. */
  public synchronized long position() {
    return chain == null ? 0 : chain.position();
  }

  /**
   * Remembers events that are next, and passes over all others: whoever applies them says what is
   * wrong with those.
   */
  public synchronized void read(Iterable<TopicRecord> records) {
    for (TopicRecord record : records) {
      try {
        Recorded event = record.recorded();
        Chain end = chain == null ? Chain.genesis(event.envelope().ledgerId()) : chain;
        if (event.envelope().position() > end.position() && end.step(event) == Chain.Step.APPLY) {
          chain = end.after(event);
          tree.append(event.hash());
          changed = true;
        }
      } catch (TopicFaultException | BrokenChainException e) {
        return;
      }
    }
  }

  /** A checkpoint that waits, beside others of the same size that say something else. */
  private record Parked(long size, SignedNote note) implements Comparable<Parked> {
    @Override
    public int compareTo(Parked other) {
      int bySize = Long.compare(size, other.size);
      return bySize != 0 ? bySize : note.toString().compareTo(other.note.toString());
    }
  }

  /**
   * Anybody who can write to the topic can bring checkpoints that nobody signed: those that are
   * furthest from being judged go first, and what a key of the ledger signed goes last.
   */
  private void makeRoom(GatewayImage image) {
    for (boolean keepSigned : new boolean[] {true, false}) {
      Iterator<Parked> furthestFirst = waiting.descendingIterator();
      while (waiting.size() > WAITING && furthestFirst.hasNext()) {
        if (!keepSigned || !signed(furthestFirst.next(), image)) {
          furthestFirst.remove();
        }
      }
    }
  }

  private static boolean signed(Parked parked, GatewayImage image) {
    try {
      return signed(parked.note(), Checkpoint.parse(parked.note().text()), image);
    } catch (NoteException e) {
      return false;
    }
  }

  /** A checkpoint to be judged when its events have been read. */
  public synchronized void take(SignedNote note) {
    try {
      waiting.add(new Parked(Checkpoint.parse(note.text()).size(), note));
      if (waiting.size() > UNSIFTED) {
        waiting.removeLast();
      }
    } catch (NoteException e) {
      LOG.log(
          System.Logger.Level.WARNING, "what is no checkpoint is passed over: " + e.getMessage());
    }
  }

  /**
   * The newest checkpoint that fits, cosigned; empty if there is none to be judged now, or one
   * contradicts.
   *
   * @param image names the keys that checkpoints are signed with
   */
  public synchronized Optional<SignedNote> judge(GatewayImage image) {
    Optional<Checkpoint> newest = Optional.empty();
    makeRoom(image);
    while (!waiting.isEmpty()
        && waiting.getFirst().size() <= Math.min(tree.size(), image.position())) {
      SignedNote note = waiting.removeFirst().note();
      try {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (signed(note, checkpoint, image)) {
          newest = fits(checkpoint, image) ? Optional.of(checkpoint) : newest;
        } else {
          LOG.log(
              System.Logger.Level.WARNING,
              "a checkpoint of {0} events is passed over: no key of the ledger signed it",
              checkpoint.size());
        }
      } catch (NoteException e) {
        LOG.log(System.Logger.Level.WARNING, "a checkpoint is passed over: " + e.getMessage());
      }
    }
    return contradiction == null ? newest.map(this::cosign) : Optional.empty();
  }

  private static boolean signed(SignedNote note, Checkpoint checkpoint, GatewayImage image)
      throws NoteException {
    String origin = Checkpoint.originOf(image.provenance().ledgerId());
    for (LedgerKey known : image.ledgerKeys().values()) {
      Revision retired = known.retired();
      boolean inTime = retired == null || checkpoint.size() < retired.position();
      var verifier = new VerifierKey(origin, KeyKind.NOTE, known.publicKey().value());
      if (inTime && note.signedBy(verifier).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is to be cosigned: what was read, as far as that is still known, and no older. */
  private boolean fits(Checkpoint checkpoint, GatewayImage image) {
    Optional<Hash> root = tree.rootAt(checkpoint.size());
    if (root.isEmpty()) {
      return false; // too long ago to be known
    }
    boolean fits =
        checkpoint.origin().equals(Checkpoint.originOf(image.provenance().ledgerId()))
            && root.get().equals(checkpoint.root());
    if (!fits) {
      contradict(checkpoint, root.get());
    }
    // what came after a smaller one is cosigned
    return fits && checkpoint.size() >= cosignedSize;
  }

  private SignedNote cosign(Checkpoint checkpoint) {
    Instant now = clock.instant();
    cosignedSize = checkpoint.size();
    cosignedAt = now;
    changed = true;
    String text = checkpoint.text();
    return new SignedNote(text, List.of(key.cosign(text, now)));
  }

  private void contradict(Checkpoint checkpoint, Hash root) {
    contradiction =
        "a signed checkpoint of %s says that the first %d events have root %s, and this process read events with root %s: history was rewritten"
            .formatted(checkpoint.origin(), checkpoint.size(), checkpoint.root(), root);
    changed = true;
    LOG.log(System.Logger.Level.ERROR, contradiction);
  }

  /** What its cosignatures are verified with. */
  public VerifierKey key() {
    return key.verifier();
  }

  /** What it says of itself. */
  public synchronized WitnessReport report() {
    return new WitnessReport(
        key.verifier().toString(),
        position(),
        cosignedSize,
        cosignedAt == null ? null : cosignedAt.toString(),
        contradiction);
  }
}
