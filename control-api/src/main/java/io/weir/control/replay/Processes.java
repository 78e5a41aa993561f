package io.weir.control.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.read.ReadView;
import io.weir.rest.ReadModel;
import io.weir.rest.ReplicaSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** What replicas and projectors that live have said of their images. */
@ApplicationScoped
class Processes {
  private static final Logger LOG = Logger.getLogger(Processes.class);

  private static final String SQL =
      """
      select 'REPLICA' as kind, replica_id as id, position, (document -> 'imageHashes')::text as hashes
      from %s where %s and position is not null
      union all
      select 'PROJECTOR', process, position, hashes::text
      from %s where %s\
      """
          .formatted(
              ReadView.REPLICA,
              ReplicaSql.live("last_seen_at"),
              ReadView.IMAGE_HASH,
              ReplicaSql.live("seen_at"));

  private final ReadModel read;

  Processes(ReadModel read) {
    this.read = read;
  }

  /** Fails with 503 READ_MODEL_UNAVAILABLE. */
  Uni<List<Told>> told() {
    return read.all(SQL).map(rows -> rows.stream().map(Processes::told).toList());
  }

  private static Told told(Row row) {
    return new Told(
        row.getString("kind"), row.getString("id"), row.getLong("position"), hashes(row));
  }

  /** What is of no form that this build knows counts as nothing said. */
  private static List<ImageHash> hashes(Row row) {
    String json = row.getString("hashes");
    if (json == null) {
      return List.of();
    }
    try {
      return Json.MAPPER.readValue(json, new TypeReference<List<ImageHash>>() {});
    } catch (JsonProcessingException e) {
      LOG.debugf(e, "%s tells no hashes", row.getString("id"));
      return List.of();
    }
  }
}
