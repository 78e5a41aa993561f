package io.weir.projector.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.image.Provenance;
import io.weir.contracts.image.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Images stored as snapshot files, so that a start need not read the topic from its beginning. */
@ApplicationScoped
public class Snapshots {
  private static final Logger LOG = Logger.getLogger(Snapshots.class);

  private final Database database;

  Snapshots(Database database) {
    this.database = database;
  }

  /** Stores a snapshot and forgets all but the two newest. */
  public void save(Snapshot snapshot) {
    Provenance of = snapshot.image().provenance();
    database.query(
        """
        insert into projector.snapshot (ledger_id, position, content) values ($1, $2, $3)
        on conflict (ledger_id, position) do nothing\
        """,
        of.ledgerId(),
        of.position(),
        Buffer.buffer(bytes(snapshot)));
    database.query(
        """
        delete from projector.snapshot where (ledger_id, position) not in
        (select ledger_id, position from projector.snapshot order by saved_at desc limit 2)\
        """);
  }

  /** A snapshot as the bytes of its file. */
  public static byte[] bytes(Snapshot snapshot) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      snapshot.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The newest readable snapshot that is not ahead of a checkpoint. */
  public Optional<Snapshot> before(Checkpoint checkpoint) {
    for (Row row :
        database.query(
            """
            select position, content from projector.snapshot
            where ledger_id = $1 and position <= $2 order by position desc\
            """,
            checkpoint.ledgerId(),
            checkpoint.position())) {
      try {
        byte[] content = row.getBuffer("content").getBytes();
        return Optional.of(Snapshot.read(new ByteArrayInputStream(content), EventCodec.CURRENT));
      } catch (IOException | UnknownEventException e) {
        LOG.warnf(e, "The snapshot at position %d is of no use", row.getLong("position"));
      }
    }
    return Optional.empty();
  }
}
