package io.weir.rest.list;

import io.smallrye.mutiny.Uni;
import io.weir.rest.ChecksParameters;
import io.weir.rest.Fresh;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * A list. The path of a subclass names it; which query parameters there are, the list itself knows
 * and checks.
 */
public abstract class ListResource {
  private final Lists lists;
  private final ListOf list;

  /** Over the read model. */
  protected ListResource(Lists lists, ListOf list) {
    this.lists = lists;
    this.list = list;
  }

  /** What can be asked. */
  public ListOf list() {
    return list;
  }

  /** Answers with a page. */
  @GET
  @ChecksParameters
  public Uni<Response> page(@Context UriInfo request, @BeanParam Fresh fresh) {
    return lists.page(list, request, fresh);
  }
}
