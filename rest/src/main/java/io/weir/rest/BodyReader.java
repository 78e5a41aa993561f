package io.weir.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Lets resource methods take a {@link Body}. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, Body.MERGE_PATCH})
public final class BodyReader implements MessageBodyReader<Body> {
  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == Body.class;
  }

  @Override
  public Body readFrom(
      Class<Body> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream entity)
      throws IOException {
    // whoever leaves it out has not been asked by the browser whether the page may send this
    if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
      throw new NotSupportedException();
    }
    return Body.parse(entity.readNBytes(Body.MAX_BYTES + 1));
  }
}
