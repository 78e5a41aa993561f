package io.weir.control.api;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.List;

/** What holds for every API of a service, new or changed. */
final class ApiRules {
  private static final String UPSTREAM = "/backEnd/upstreamId";

  private final GatewayImage image;
  private final Service service;
  private final List<Refusal> refusals = new ArrayList<>();

  private ApiRules(GatewayImage image, Service service) {
    this.image = image;
    this.service = service;
  }

  /** Everything that stands against an API with this definition. */
  static List<Refusal> broken(
      GatewayImage image, Service service, ApiId id, ApiDefinition definition, Require require) {
    ApiRules rules = new ApiRules(image, service);
    for (Api other : service.apis().values()) {
      if (!other.id().equals(id)) {
        rules.nameIsFree(definition, other);
        rules.frontEndIsFree(definition, other);
      }
    }
    rules.upstreamCanBeUsed(definition.backEnd().upstreamId(), require);
    return rules.refusals;
  }

  private void nameIsFree(ApiDefinition definition, Api other) {
    if (other.definition().name().equals(definition.name())) {
      refusals.add(
          Refusal.at(
              "/name",
              RefusalCode.NAME_TAKEN,
              "the name %s is taken by %s in this service".formatted(definition.name(), other.id()),
              other.id().value()));
    }
  }

  private void frontEndIsFree(ApiDefinition definition, Api other) {
    if (other.definition().frontEnd().key().equals(definition.frontEnd().key())) {
      refusals.add(
          Refusal.at(
              "/frontEnd",
              RefusalCode.PATH_TAKEN,
              "%s %s is taken by %s %s"
                  .formatted(
                      definition.frontEnd().method(),
                      definition.frontEnd().path(),
                      other.id(),
                      other.definition().name()),
              other.id().value()));
    }
  }

  private void upstreamCanBeUsed(UpstreamId upstreamId, Require require) {
    if (!image.upstreams().containsKey(upstreamId)) {
      refusals.add(
          Refusal.at(
              UPSTREAM,
              RefusalCode.UNKNOWN_UPSTREAM,
              "there is no " + upstreamId,
              upstreamId.value()));
    }
    if (service.settings().instanceId() == null) {
      refusals.add(
          Refusal.at(
              UPSTREAM,
              RefusalCode.SHARED_INSTANCE,
              "VPC upstreams need a dedicated instance, and %s is on the shared one"
                  .formatted(service.id()),
              service.id().value()));
    } else if (require == Require.REACHABLE) {
      ApiReachability.of(image, service, upstreamId)
          .filter(reachability -> !reachability.reachable())
          .ifPresent(
              reachability ->
                  refusals.add(
                      Refusal.at(
                          UPSTREAM,
                          RefusalCode.VPC_NOT_CONNECTED,
                          ApiReachability.explain(image, service, upstreamId),
                          upstreamId.value())));
    }
  }
}
