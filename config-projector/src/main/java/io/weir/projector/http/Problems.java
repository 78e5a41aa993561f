package io.weir.projector.http;

import io.weir.projector.store.DatabaseUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Exceptions as problems. */
class Problems {
  @ServerExceptionMapper
  Response unavailable(DatabaseUnavailableException e, UriInfo uri) {
    return Problem.answer(
        Status.SERVICE_UNAVAILABLE,
        "DATABASE_UNAVAILABLE",
        "PostgreSQL does not answer; try again",
        uri.getPath());
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException e, UriInfo uri) {
    Response.StatusType status = e.getResponse().getStatusInfo();
    Status known = Status.fromStatusCode(status.getStatusCode());
    String code = known == null ? "HTTP_" + status.getStatusCode() : known.name();
    return Problem.answer(
        status, code, status.getReasonPhrase() + " at " + uri.getPath(), uri.getPath());
  }
}
