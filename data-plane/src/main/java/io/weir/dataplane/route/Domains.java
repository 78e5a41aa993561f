package io.weir.dataplane.route;

import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.value.Domain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Custom domains by name: a look-up hashes the bytes of a host and makes no garbage. Immutable.
 *
 * @param byHash the domains of each hash, nearly always one
 */
record Domains(KeyMap<List<DomainRoute>> byHash) {
  static final Domains NONE = new Domains(KeyMap.empty());

  /** The domain that a host names, in any case, with or without port and final dot; or null. */
  @Nullable DomainRoute find(byte[] host, int from, int to) {
    if (byHash.size() == 0) {
      return null;
    }
    int end = endOfName(host, from, to);
    List<DomainRoute> candidates = byHash.get(hash(host, from, end));
    if (candidates != null) {
      for (int i = 0; i < candidates.size(); i++) {
        if (candidates.get(i).isNamed(host, from, end)) {
          return candidates.get(i);
        }
      }
    }
    return null;
  }

  private static int endOfName(byte[] host, int from, int to) {
    int end = from;
    while (end < to && host[end] != ':') {
      end++;
    }
    return end > from && host[end - 1] == '.' ? end - 1 : end;
  }

  /** These with a domain as it is now, or without it if {@code custom} is null. */
  Domains with(Domain domain, @Nullable CustomDomain custom) {
    byte[] name = Ascii.bytes(domain.value());
    long hash = hash(name, 0, name.length);
    List<DomainRoute> old = byHash.get(hash);
    List<DomainRoute> changed = new ArrayList<>();
    for (DomainRoute other : old == null ? List.<DomainRoute>of() : old) {
      if (!other.domain().equals(domain)) {
        changed.add(other);
      } else if (custom != null && other.isOf(custom)) {
        return this;
      }
    }
    if (custom != null) {
      changed.add(new DomainRoute(custom));
    }
    return new Domains(
        changed.isEmpty() ? byHash.without(hash) : byHash.with(hash, List.copyOf(changed)));
  }

  /** All of them, in no order that means anything. */
  List<DomainRoute> all() {
    return byHash.values().stream().flatMap(List::stream).toList();
  }

  /** FNV-1a; names that were made to collide cost a comparison each and nothing else. */
  private static long hash(byte[] host, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ Ascii.lower(host[i])) * 0x100000001b3L;
    }
    return hash;
  }
}
