package io.weir.contracts.diff;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.NetworkEvent;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Key;
import io.weir.contracts.image.LedgerKey;
import io.weir.contracts.image.Link;
import io.weir.contracts.image.Network;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.ReleasedChange;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.VpcId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of an object, as JSON: what callers decided about it, and of a service what its
 * environments answer with, of a network which VPCs are attached to it. Empty if it is not there.
 */
final class Content {
  private Content() {}

  static ObjectNode of(@Nullable Upstream upstream) {
    if (upstream == null) {
      return empty();
    }
    ObjectNode content = tree(upstream.settings());
    content.set("nodes", Json.MAPPER.valueToTree(upstream.nodes()));
    return content;
  }

  static ObjectNode of(@Nullable Api api) {
    return api == null
        ? empty()
        : empty()
            .put("serviceId", api.serviceId().value())
            .setAll((ObjectNode) tree(api.definition()));
  }

  static ObjectNode of(@Nullable Vpc vpc) {
    return vpc == null ? empty() : tree(vpc.settings());
  }

  static ObjectNode of(@Nullable Instance instance) {
    return instance == null ? empty() : tree(instance.settings());
  }

  static ObjectNode of(@Nullable CustomDomain domain) {
    return domain == null ? empty() : tree(domain.settings());
  }

  /** A key, with what became of it where something did. */
  static ObjectNode of(@Nullable LedgerKey key) {
    return key == null
        ? empty()
        : empty().put("publicKey", key.publicKey().value()).put("retired", !key.current());
  }

  static ObjectNode of(@Nullable Key key) {
    if (key == null) {
      return empty();
    }
    ObjectNode content = tree(key.settings());
    if (key.used()) {
      content.put("used", true);
    }
    if (key.expired()) {
      content.put("expired", true);
    }
    return content;
  }

  /** A network with these of its links, attached or not. */
  static ObjectNode of(@Nullable Network network, List<Link> links) {
    ObjectNode content = network == null ? empty() : tree(network.settings());
    for (Link link : links) {
      if (link.attached()) {
        content.withObjectProperty("links").put(link.key().vpcId().value(), "attached");
      }
    }
    return content;
  }

  /** As much of a network as an event can have changed: itself, or one link of it. */
  static ObjectNode of(GatewayImage image, NetworkEvent event) {
    VpcId vpc =
        switch (event) {
          case LinkAttached(var _, var attached) -> attached;
          case LinkDetached(var _, var detached) -> detached;
          default -> null;
        };
    if (vpc == null) {
      return of(image.networks().get(event.id()), List.of());
    }
    Link link = image.link(event.id(), vpc);
    // the same object with no link is another object than none
    ObjectNode content = of((Network) null, link == null ? List.of() : List.of(link));
    content.withObjectProperty("links");
    return content;
  }

  /** A service, but for what another state of it says of its environments, too. */
  static ObjectNode of(@Nullable Service service, @Nullable Service other) {
    if (service == null) {
      return empty();
    }
    ObjectNode content = tree(service.settings());
    ObjectNode environments = empty();
    for (Environment environment : service.environments().keySet()) {
      Release release = service.released(environment).orElse(null);
      Release besides = other == null ? null : other.released(environment).orElse(null);
      if (release != null && (besides == null || !besides.id().equals(release.id()))) {
        environments.set(environment.value(), of(release, besides));
      }
    }
    if (other != null || !environments.isEmpty()) {
      content.set("environments", environments);
    }
    return content;
  }

  private static ObjectNode of(Release release, @Nullable Release besides) {
    ObjectNode content = empty().put("releaseId", release.id().value());
    ObjectNode apis = content.putObject("apis");
    for (ReleasedChange change : ReleasedChange.between(besides, release)) {
      ReleasedApi is = change.is();
      if (is != null) {
        apis.set(is.id().value(), tree(is.definition()));
      }
    }
    return content;
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode tree(Object value) {
    return Json.MAPPER.valueToTree(value);
  }
}
