package io.weir.control.traffic.tries;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.InstanceId;
import io.weir.rest.Problem;
import io.weir.rest.ProblemCode;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.ReplicaSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Chooses the replica that a try goes through, among those that are live by what they report. */
@ApplicationScoped
class ReplicaChoice {
  /** What replicas that serve every instance say. */
  private static final String EVERY_INSTANCE = "*";

  private static final String SQL =
      """
      select replica_id, instance, address, coalesce(document ->> 'ready', '') = 'true' as ready,
        %s as live
      from %s order by replica_id\
      """
          .formatted(ReplicaSql.live("last_seen_at"), ReadView.REPLICA);

  private final ReadModel readModel;

  ReplicaChoice(ReadModel readModel) {
    this.readModel = readModel;
  }

  /**
   * What a replica reports of itself.
   *
   * @param instance it serves
   * @param address of its traffic; null if it says none that can be used
   */
  record Reported(
      String id,
      @Nullable String instance,
      @Nullable ReplicaAddress address,
      boolean ready,
      boolean live) {
    private boolean serves(@Nullable InstanceId id) {
      return id == null || EVERY_INSTANCE.equals(instance) || id.value().equals(instance);
    }
  }

  /** A replica that can be asked. */
  record Chosen(String id, ReplicaAddress address) {}

  /**
   * The replica that is named, or one that is ready and serves an instance.
   *
   * @param instance null if any will do
   * @return fails with 404, with 409 NO_REPLICA, or with 503 if reports cannot be read
   */
  Uni<Chosen> choose(@Nullable String id, @Nullable InstanceId instance) {
    return readModel
        .all(SQL)
        .map(rows -> rows.stream().map(ReplicaChoice::reported).toList())
        .map(reported -> id == null ? any(reported, instance) : named(reported, id));
  }

  private static Reported reported(Row row) {
    return new Reported(
        row.getString("replica_id"),
        row.getString("instance"),
        ReplicaAddress.read(row.getString("address")),
        row.getBoolean("ready"),
        row.getBoolean("live"));
  }

  static Chosen named(List<Reported> replicas, String id) {
    Reported named =
        replicas.stream()
            .filter(replica -> replica.id.equals(id))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("there is no replica " + id));
    if (!named.live) {
      throw none("%s has not been heard of for 30 seconds".formatted(id));
    }
    if (named.address == null) {
      throw none("%s does not report an address".formatted(id));
    }
    return new Chosen(id, named.address);
  }

  static Chosen any(List<Reported> replicas, @Nullable InstanceId instance) {
    List<Chosen> fit =
        replicas.stream()
            .filter(replica -> replica.live && replica.ready && replica.serves(instance))
            .filter(replica -> replica.address != null)
            .map(replica -> named(replicas, replica.id))
            .toList();
    if (fit.isEmpty()) {
      throw none(
          instance == null
              ? "no replica is live and ready"
              : "no replica that is live and ready serves " + instance);
    }
    return fit.get(ThreadLocalRandom.current().nextInt(fit.size()));
  }

  static ProblemException none(String detail) {
    return new ProblemException(Problem.of(ProblemCode.NO_REPLICA, detail));
  }
}
