package io.weir.rest;

import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.VpcId;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** A list as the services have them. */
@Path("/v1/things")
public class ThingLists extends ListResource {
  ThingLists(Lists lists) {
    super(lists, ListOf.objects(ReadView.VPC, VpcId::new, "id", "name"));
  }
}
