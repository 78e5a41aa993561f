package io.weir.control.key;

import io.weir.contracts.value.KeyId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/keys/{id}/history}: what happened to a key. */
@Path("/v1/keys/{id}/history")
public class KeyHistory extends ListResource {
  KeyHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(lists, Histories.of(reads, readModel, KeyId::new));
  }
}
