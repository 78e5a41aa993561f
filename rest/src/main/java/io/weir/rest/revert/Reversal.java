package io.weir.rest.revert;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.PastEvent;
import io.weir.ledger.command.Create;
import io.weir.ledger.command.Kind;
import io.weir.ledger.command.Revert;
import io.weir.rest.Answers;
import io.weir.rest.EntityTags;
import io.weir.rest.Writes;
import io.weir.rest.kind.Shown;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The write that puts back what an event changed.
 *
 * @param render makes the answer, which is that of the write that it amounts to
 */
public record Reversal(Command command, Function<GatewayImage, Answer> render) {
  /**
   * The types of the events that were recorded, in order; the last stands at {@link
   * Answers#POSITION}. Absent if there was nothing to put back.
   */
  static final String EVENTS = "Weir-Events";

  /**
   * Of an event of an object of a kind: one that it changed is changed back, one that it made is
   * deleted, one that it deleted is made again.
   *
   * @param collection the path of all objects of the kind
   */
  public static <K, T, C> Reversal of(
      PastEvent event, Kind<K, T, C> kind, K key, String collection, EntityTags tags) {
    @Nullable T before = kind.find(event.before(), key);
    @Nullable T after = kind.find(event.after(), key);
    if (after != null) {
      return new Reversal(
          new Revert<>(kind, key, before, after, tags.precondition()),
          before == null
              ? image -> Answers.deleted()
              : image -> Shown.find(kind, image, key).changed());
    }
    if (before == null) {
      throw new IllegalStateException(key + " is neither before nor after " + event.event());
    }
    tags.checkCollection();
    Create<K, T, C> again = kind.again(key, before);
    return new Reversal(again, image -> Shown.find(kind, image, again.key()).created(collection));
  }

  /** Gives the command, or tries it if the request only asks what it would come to. */
  public Uni<Response> append(Writes writes) {
    return writes.append(
        command, null, (before, after) -> telling(render.apply(after), command.decide(before)));
  }

  private static Answer telling(Answer answer, Decision decided) {
    List<GatewayEvent> events =
        decided instanceof Decision.Accepted(var accepted) ? accepted : List.of();
    if (events.isEmpty()) {
      return answer;
    }
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put(EVENTS, events.stream().map(EventTypes::nameOf).collect(Collectors.joining(", ")));
    return new Answer(answer.status(), answer.body(), headers);
  }
}
