package io.weir.control.traffic;

import io.smallrye.mutiny.Uni;
import io.weir.rest.Fresh;
import io.weir.rest.Reads;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What objects are called now. What replicas tell is answered without the ledger, too: nothing has
 * a name then, and nothing fails.
 */
@ApplicationScoped
public class NamedObjects {
  private final Reads reads;

  NamedObjects(Reads reads) {
    this.reads = reads;
  }

  /** The names of now; never fails. */
  public Uni<ObjectNames> now() {
    return reads
        .image(new Fresh())
        .map(ObjectNames::new)
        .onFailure()
        .recoverWithItem(new ObjectNames(null));
  }
}
