package io.weir.control.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ServiceId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs somebody's attention.
 *
 * @param kind of the object it is about, with its id and name
 * @param serviceId of an API
 * @param detail a sentence
 * @param count of what there is one or more of, such as nodes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Attention(
    Code code,
    Severity severity,
    String kind,
    String id,
    String name,
    @Nullable ServiceId serviceId,
    String detail,
    @Nullable Integer count) {

  /** What it is, the worst first. */
  enum Code {
    REPLICA_STUCK,
    API_NOT_CONNECTED,
    UPSTREAM_WITHOUT_NODES,
    UNHEALTHY_NODES,
    REPLICA_BEHIND,
    DRAFTS_NOT_RELEASED
  }

  /** Whether requests fail for it. */
  enum Severity {
    @JsonProperty("error")
    ERROR,
    @JsonProperty("warning")
    WARNING
  }

  private static final int MOST = 50;
  private static final Comparator<Attention> WORST_FIRST =
      Comparator.comparing((Attention one) -> one.severity)
          .thenComparing(one -> one.code)
          .thenComparing(one -> one.name)
          .thenComparing(one -> one.id);

  /** The worst of them, in an order of their own. */
  static List<Attention> worst(List<Attention> all) {
    return all.stream().sorted(WORST_FIRST).limit(MOST).toList();
  }

  static Severity severity(boolean requestsFail) {
    return requestsFail ? Severity.ERROR : Severity.WARNING;
  }

  static Attention of(
      Code code, Severity severity, Upstream upstream, String detail, @Nullable Integer count) {
    var name = upstream.settings().name();
    return new Attention(
        code,
        severity,
        "upstream",
        upstream.id().value(),
        name == null ? upstream.id().value() : name.value(),
        null,
        detail,
        count);
  }

  static Attention of(Code code, Service service, String detail, int count) {
    return new Attention(
        code,
        Severity.WARNING,
        "service",
        service.id().value(),
        service.settings().name().value(),
        null,
        detail,
        count);
  }

  static Attention ofReplica(Code code, Severity severity, String replica, String detail) {
    return new Attention(code, severity, "replica", replica, replica, null, detail, null);
  }
}
