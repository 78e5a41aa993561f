package io.weir.projector.http;

import jakarta.ws.rs.core.Response;
import java.util.Locale;

/**
 * Why a request was not served (RFC 9457).
 *
 * @param code what clients compare; the last part of {@code type} in upper case
 */
public record Problem(
    String type, String title, int status, String code, String detail, String instance) {
  /** A problem as an answer. */
  public static Response answer(
      Response.StatusType status, String code, String detail, String path) {
    return Response.status(status)
        .type("application/problem+json")
        .entity(
            new Problem(
                "urn:weir:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'),
                status.getReasonPhrase(),
                status.getStatusCode(),
                code,
                detail,
                path))
        .build();
  }
}
