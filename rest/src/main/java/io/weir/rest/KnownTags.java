package io.weir.rest;

import io.weir.contracts.content.InvalidContentException;
import io.weir.ledger.command.Precondition;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The representations that whoever reads has already (RFC 9110 13.1.2), for {@code @BeanParam}. */
public final class KnownTags {
  private static final String FIELD = "If-None-Match";

  @HeaderParam(FIELD)
  List<String> ifNoneMatch = List.of();

  @Context @Nullable HttpHeaders headers;

  /**
   * Whether the representation with this tag is one of them.
   *
   * @throws InvalidContentException if the field is no list of entity tags
   */
  public boolean contain(String tag) {
    Set<String> tags = EntityTags.tags(FIELD, EntityTags.lines(FIELD, ifNoneMatch, headers), true);
    return tags.contains(Precondition.ANY) || tags.contains(tag.substring(1, tag.length() - 1));
  }
}
