package io.weir.control.upstream;

import io.weir.contracts.image.AssociatedApi;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.UpstreamId;
import io.weir.control.service.Unreleasing;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The APIs that use an upstream, as drafts or in what environments answer with. */
final class UpstreamUse {
  private UpstreamUse() {}

  /**
   * Why an upstream cannot be deleted: related are the APIs, and the releases that hold it, with
   * their services.
   */
  static Optional<Refusal> holds(GatewayImage image, UpstreamId id, Upstream current) {
    List<AssociatedApi> users = image.associatedApis(id);
    if (users.isEmpty()) {
      return Optional.empty();
    }
    Set<String> related = new LinkedHashSet<>();
    users.forEach(api -> related.add(api.apiId().value()));
    Set<String> calls = new LinkedHashSet<>();
    for (AssociatedApi api : users) {
      Service service = image.services().get(api.serviceId());
      for (Environment environment : api.environments()) {
        calls.add(Unreleasing.call(api.serviceId(), environment));
        ReleaseId release = service == null ? null : service.environments().get(environment);
        if (release != null) {
          related.add(api.serviceId().value());
          related.add(release.value());
        }
      }
    }
    String detail =
        id + " is used by " + Rules.first(users.stream().map(UpstreamUse::tell).toList());
    return Optional.of(
        new Refusal(
            RefusalCode.IN_USE,
            calls.isEmpty() ? detail : detail + ". " + Unreleasing.hint(new ArrayList<>(calls)),
            null,
            Rules.related(List.copyOf(related))));
  }

  private static String tell(AssociatedApi api) {
    String where =
        api.environments().stream().map(Environment::value).collect(Collectors.joining(", "));
    String released = where.isEmpty() ? "" : "released in " + where;
    String draft = api.drafted() ? "draft" : "";
    String both = draft.isEmpty() || released.isEmpty() ? "" : "; ";
    return "%s %s of %s (%s%s%s)"
        .formatted(api.apiId(), api.name(), api.serviceId(), draft, both, released);
  }
}
