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
  static final String MEDIA_TYPE = "application/problem+json";

  /** A problem as an answer. */
  public static Response answer(
      Response.StatusType status, String code, String detail, String path) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(of(status.getStatusCode(), code, detail, path))
        .build();
  }

  /** A problem of the request at {@code path}; its title is the code in words. */
  static Problem of(int status, String code, String detail, String path) {
    String words = code.toLowerCase(Locale.ROOT);
    return new Problem(
        "urn:weir:problem:" + words.replace('_', '-'),
        code.charAt(0) + words.substring(1).replace('_', ' '),
        status,
        code,
        detail,
        path);
  }
}
