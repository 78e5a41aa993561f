package io.weir.rest.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Answer;
import io.weir.ledger.command.Kind;
import io.weir.rest.Answers;
import io.weir.rest.EntityTags;
import io.weir.rest.ProblemException;
import io.weir.rest.Refusals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of a kind as one image shows it. */
public record Shown<K, T, C>(Kind<K, T, C> kind, GatewayImage image, K key, T object) {
  /** Fails with the problem 404 if it is not there. */
  public static <K, T, C> Shown<K, T, C> find(Kind<K, T, C> kind, GatewayImage image, K key) {
    @Nullable T object = kind.find(image, key);
    if (object == null) {
      throw new ProblemException(Refusals.problem(List.of(kind.absent(image, key))))
          .at(image.position());
    }
    return new Shown<>(kind, image, key, object);
  }

  /** As clients see it. */
  public ObjectNode view() {
    return kind.view(image, key, object);
  }

  /** What is answered to whoever made it, in a collection with this path. */
  public Answer created(String collection) {
    ObjectNode view = view();
    return Answers.created(collection.replaceFirst("/*$", "/") + key, view, tag(view));
  }

  /** What is answered to whoever changed it. */
  public Answer changed() {
    ObjectNode view = view();
    return Answers.changed(view, tag(view));
  }

  /** The entity tag of a view of the object. */
  public String tag(ObjectNode view) {
    long version = kind.version(object);
    return kind.versionTellsAll()
        ? EntityTags.tag(version)
        : EntityTags.tag(version, view.toString());
  }
}
