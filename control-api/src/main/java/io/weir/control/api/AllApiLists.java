package io.weir.control.api;

import io.weir.contracts.image.Reachability;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.control.service.ServiceLists;
import io.weir.rest.Parameters;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/apis}: the list of the drafts of all services. */
@Path("/v1/apis")
public class AllApiLists extends ListResource {
  private static final String RELEASED =
      "exists (select from %s a where a.api_id = t.id and ? = any(a.environments))"
          .formatted(ListOf.view(ReadView.ASSOCIATED_API));

  AllApiLists(Lists lists) {
    super(
        lists,
        ApiLists.drafts()
            .filter("service_id", ServiceId::new)
            .filter("environment", RELEASED, text -> Environment.of(text).value())
            .filter(
                "reachability",
                "t.reachability ->> 'status' = ?",
                Parameters.oneOf(Reachability.Status.class))
            .with(ServiceLists.NAME, ServiceLists::name));
  }
}
