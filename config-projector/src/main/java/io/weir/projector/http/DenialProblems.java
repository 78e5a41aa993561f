package io.weir.projector.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.codec.Json;
import io.weir.guard.Denial;
import io.weir.guard.Denials;
import jakarta.enterprise.context.ApplicationScoped;

/** What the guard does not let in, as problems. */
@ApplicationScoped
class DenialProblems implements Denials {
  @Override
  public void answer(RoutingContext request, Denial denial) {
    var problem =
        Problem.of(
            denial.code().status(),
            denial.code().name(),
            denial.detail(),
            request.request().path());
    denial.headers().forEach(request.response()::putHeader);
    request
        .response()
        .setStatusCode(denial.code().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(Json.MAPPER.valueToTree(problem).toString());
  }
}
