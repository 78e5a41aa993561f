package io.weir.control.key;

import io.weir.contracts.content.KeyContent;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.KeyId;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/keys}: the list of API keys that were not revoked. */
@Path("/v1/keys")
public class KeyLists extends ListResource {
  KeyLists(Lists lists) {
    super(
        lists,
        ListOf.objects(ReadView.KEY, KeyId::new, "id", "name", "role", "scope", "expiresAt")
            .filter("role", KeyContent::role));
  }
}
