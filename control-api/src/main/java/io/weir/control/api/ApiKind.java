package io.weir.control.api;

import io.weir.contracts.content.ApiContent;
import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import io.weir.control.upstream.NodeWarnings;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Kind;
import io.weir.ledger.command.Warning;
import java.util.ArrayList;
import java.util.List;

/**
 * The drafts of a service's APIs: clients can call one after the next release, and what is released
 * of it answers until then, even if it is deleted.
 */
public final class ApiKind {
  private static final String UPSTREAM = "/backEnd/upstreamId";

  private ApiKind() {}

  /** The kind within a service, with these warnings about nodes. */
  public static Kind<ApiId, Api, ApiDefinition> of(
      ServiceId serviceId, Require require, NodeWarnings warnings) {
    ApiRules rules = new ApiRules(serviceId, require);
    return Kind.of(
            "api",
            (GatewayImage image, ApiId id) -> image.api(serviceId, id),
            Api::definition,
            Api::revision)
        .within("serviceId", serviceId, image -> image.services().containsKey(serviceId))
        .uniqueName(ApiDefinition::name, (image, name) -> image.apiNamed(serviceId, name))
        .rule(rules::frontEndIsFree)
        .refersTo(
            UPSTREAM,
            RefusalCode.UNKNOWN_UPSTREAM,
            definition -> definition.backEnd().upstreamId(),
            GatewayImage::upstreams)
        .rule(rules::upstreamCanBeReached)
        .shows("reachability", ApiReachability::shown)
        .warns((image, api) -> warnings(image, api, warnings))
        .named(ApiId::new, ApiId::random)
        .made(
            ApiContent::read,
            (id, definition) -> new ApiCreated(id, serviceId, definition),
            (id, definition) -> new ApiChanged(id, serviceId, definition),
            id -> new ApiDeleted(id, serviceId));
  }

  private static List<Warning> warnings(GatewayImage image, Api api, NodeWarnings ofNodes) {
    List<Warning> warnings = new ArrayList<>(ApiReachability.warnings(image, api, UPSTREAM));
    Upstream upstream = image.upstreams().get(api.definition().backEnd().upstreamId());
    if (upstream != null) {
      warnings.addAll(ofNodes.of(upstream, UPSTREAM));
    }
    return warnings;
  }
}
