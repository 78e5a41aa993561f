package io.weir.rest;

import io.vertx.ext.web.RoutingContext;

/** Whether a change is asked for only to learn what it would come to: {@code dry_run=true}. */
final class Trial {
  /** The query parameter. */
  static final String PARAMETER = "dry_run";

  private static final String ASKED = "weir.dry-run";

  private Trial() {}

  /** Reads the parameter; nothing of such a request is recorded, refused or not. */
  static void read(RoutingContext request, Parameters parameters) {
    Boolean asked =
        parameters.value(PARAMETER, request.queryParams().get(PARAMETER), Parameters::yesOrNo);
    if (Boolean.TRUE.equals(asked)) {
      request.put(ASKED, true);
      RefusedRequests.decided(request);
    }
  }

  /** Whether a request is one. */
  static boolean is(RoutingContext request) {
    return request.get(ASKED) != null;
  }
}
