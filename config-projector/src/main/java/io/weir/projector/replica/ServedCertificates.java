package io.weir.projector.replica;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Tuple;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.InvalidValueException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that a replica serves, or ought to: member {@code certificates} of its report,
 * such as
 *
 * <pre>{@code
 * [{"name": "api.example.com", "names": ["api.example.com"], "notBefore": "2026-01-01T00:00:00Z",
 *   "notAfter": "2026-04-01T00:00:00Z"}, {"name": "shop", "problem": "there is no shop.crt"}]
 * }</pre>
 *
 * What is not of this form is not in the list; of two of one name, the last is.
 */
record ServedCertificates(Collection<Served> served) {
  /** The member's name. */
  static final String MEMBER = "certificates";

  private static final int LONGEST_HOST = 300;

  /**
   * One certificate.
   *
   * @param name what the configuration calls it
   * @param names the host names in it, a JSON array, or null if the replica does not say
   * @param notAfter when it expires, or null if the replica has none
   * @param problem why the files, as they are now, are not used, or null if they are
   */
  record Served(
      String name,
      @Nullable String names,
      @Nullable OffsetDateTime notBefore,
      @Nullable OffsetDateTime notAfter,
      @Nullable String problem) {}

  static ServedCertificates of(@Nullable JsonNode member) {
    Map<String, Served> served = new LinkedHashMap<>();
    if (member != null && member.isArray()) {
      for (JsonNode one : member) {
        String name = one.path("name").textValue();
        if (name != null && isName(name)) {
          served.put(
              name,
              new Served(
                  name,
                  names(one.path("names")),
                  Said.time(one, "notBefore"),
                  Said.time(one, "notAfter"),
                  Said.words(one, "problem")));
        }
      }
    }
    return new ServedCertificates(List.copyOf(served.values()));
  }

  private static @Nullable String names(JsonNode names) {
    boolean texts = names.isArray();
    for (JsonNode name : names) {
      texts &= name.isTextual() && Said.isName(name.textValue(), LONGEST_HOST);
    }
    return texts ? names.toString() : null;
  }

  /** Adds arrays of the same length: names, host names, beginnings, ends, problems. */
  void addTo(Tuple row) {
    row.addValue(served.stream().map(Served::name).toArray(String[]::new))
        .addValue(served.stream().map(Served::names).toArray(String[]::new))
        .addValue(served.stream().map(Served::notBefore).toArray(OffsetDateTime[]::new))
        .addValue(served.stream().map(Served::notAfter).toArray(OffsetDateTime[]::new))
        .addValue(served.stream().map(Served::problem).toArray(String[]::new));
  }

  private static boolean isName(String name) {
    try {
      return new CertificateName(name).value().equals(name);
    } catch (InvalidValueException e) {
      return false;
    }
  }
}
