package io.weir.guard;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names that a service answers to. */
final class HostNames {
  static final String SETTING = "weir.http.names";

  private HostNames() {}

  /**
   * The loopback's name, that of the interface listened on, that of the service, by which the
   * others call it where each has a container, and those that were set.
   *
   * @throws IllegalArgumentException if one of them is no host name
   */
  static Set<String> of(String listeningOn, String service, Collection<String> set) {
    Set<String> names = new HashSet<>();
    names.add("localhost");
    names.add(listeningOn.toLowerCase(Locale.ROOT));
    names.add(service);
    for (String name : set) {
      Authority authority =
          Authority.of(name.strip())
              .filter(one -> one.port() < 0)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "WEIR_HTTP_NAMES lists host names without scheme and port; \"%s\" is none"
                              .formatted(name)));
      names.add(authority.host());
    }
    return Set.copyOf(names);
  }
}
