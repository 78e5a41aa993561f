package io.weir.rest;

import io.vertx.ext.web.RoutingContext;
import io.weir.guard.Denial;
import io.weir.guard.Denials;
import jakarta.enterprise.context.ApplicationScoped;

/** What the guard does not let in, as the problems of this kit. */
@ApplicationScoped
class DenialProblems implements Denials {
  @Override
  public void answer(RoutingContext request, Denial denial) {
    Problems.send(
        request,
        new ProblemException(
            Problem.of(ProblemCode.valueOf(denial.code().name()), denial.detail()),
            denial.headers()));
  }
}
