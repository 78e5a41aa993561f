package io.weir.projector.view;

import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.INT;
import static io.weir.projector.view.ColumnType.TEXT;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Key;
import io.weir.contracts.image.Network;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.projector.view.ObjectView.Field;
import io.weir.projector.view.ObjectView.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The views that show objects as they are. An index behind every order and filter of the lists,
 * ending with what tells rows apart, so that a page costs the same wherever it begins.
 */
final class Kinds {
  private static final String BY_CREATION = "(created_at, id)";
  private static final String BY_CHANGE = "(changed_at, id)";
  private static final String BY_NAME = "(name, id)";

  static final View VPCS =
      new ObjectView<>(
          "vpc",
          "id",
          new Kind<>(
              GatewayDelta::touchedVpcs,
              GatewayImage::vpcs,
              Vpc::revision,
              vpc -> new Shown<>(vpc.id(), vpc.settings())),
          vpc -> texts(vpc.settings().name(), vpc.settings().description()),
          List.of(Field.text("name", vpc -> vpc.settings().name())),
          BY_CREATION,
          BY_CHANGE,
          BY_NAME);

  static final View NETWORKS =
      new ObjectView<>(
          "network",
          "id",
          new Kind<>(
              GatewayDelta::touchedNetworks,
              GatewayImage::networks,
              Network::revision,
              network -> new Shown<>(network.id(), network.settings())),
          network -> texts(network.settings().name(), network.settings().description()),
          List.of(Field.text("name", network -> network.settings().name())),
          BY_CREATION,
          BY_CHANGE,
          BY_NAME);

  static final View INSTANCES =
      new ObjectView<>(
          "instance",
          "id",
          new Kind<>(
              GatewayDelta::touchedInstances,
              GatewayImage::instances,
              Instance::revision,
              instance -> new Shown<>(instance.id(), instance.settings())),
          instance -> texts(instance.settings().name(), instance.settings().description()),
          List.of(
              Field.text("name", instance -> instance.settings().name()),
              Field.text("vpc_id", instance -> instance.settings().vpcId())),
          BY_CREATION,
          BY_CHANGE,
          BY_NAME,
          "(vpc_id, created_at, id)");

  static final View SERVICES =
      new ObjectView<>(
          "service",
          "id",
          new Kind<>(
              GatewayDelta::touchedServices,
              GatewayImage::services,
              Service::revision,
              service -> new Shown<>(service.id(), service.settings())),
          service -> texts(service.settings().name(), service.settings().description()),
          List.of(
              Field.text("name", service -> service.settings().name()),
              new Field<>(
                  Column.optional("instance_id", TEXT),
                  service ->
                      service.settings().instanceId() == null
                          ? null
                          : service.settings().instanceId().value()),
              new Field<>(Column.value("api_count", INT), service -> service.apis().size())),
          BY_CREATION,
          BY_CHANGE,
          BY_NAME,
          "(instance_id, created_at, id)");

  /** An upstream without a name has an empty one here, which sorts like any other. */
  static final View UPSTREAMS =
      new ObjectView<>(
          "upstream",
          "id",
          new Kind<>(
              GatewayDelta::touchedUpstreams,
              GatewayImage::upstreams,
              Upstream::revision,
              upstream -> new Pool(upstream.id(), upstream.settings(), upstream.nodes())),
          Kinds::searched,
          List.of(
              Field.text("name", Kinds::name),
              Field.text("vpc_id", upstream -> upstream.settings().vpcId()),
              Field.text("protocol", upstream -> upstream.settings().protocol()),
              Field.text("algorithm", upstream -> upstream.settings().algorithm()),
              new Field<>(
                  Column.value("node_count", BIGINT),
                  upstream -> (long) upstream.nodes().list().size())),
          BY_CREATION,
          BY_CHANGE,
          BY_NAME,
          "(node_count, id)",
          "(vpc_id, created_at, id)",
          "(protocol, created_at, id)",
          "(algorithm, created_at, id)");

  static final View DOMAINS =
      new ObjectView<>(
          "domain",
          "domain",
          new Kind<>(
              GatewayDelta::touchedDomains,
              GatewayImage::domains,
              CustomDomain::revision,
              bound -> new Bound(bound.domain(), bound.settings())),
          bound -> List.of(),
          List.of(
              Field.text("service_id", bound -> bound.settings().serviceId()),
              Field.text("environment", bound -> bound.settings().environment().value())),
          "(service_id, domain)",
          "(service_id, created_at, domain)",
          "(service_id, changed_at, domain)",
          "(created_at, domain)",
          "(changed_at, domain)");

  static final View KEYS =
      new ObjectView<>(
          "key",
          "id",
          new Kind<>(
              GatewayDelta::touchedKeys,
              GatewayImage::keys,
              Key::revision,
              key -> new Opening(key.id(), key.settings(), key.used(), key.expired())),
          key -> texts(key.settings().name()),
          List.of(
              Field.text("name", key -> key.settings().name()),
              Field.text("role", key -> key.settings().role())),
          BY_CREATION,
          BY_CHANGE,
          BY_NAME);

  private record Pool(UpstreamId id, @JsonUnwrapped UpstreamSettings settings, Nodes nodes) {}

  private record Bound(Domain domain, @JsonUnwrapped DomainSettings settings) {}

  private record Opening(
      KeyId id, @JsonUnwrapped KeySettings settings, boolean used, boolean expired) {}

  private Kinds() {}

  private static String name(Upstream upstream) {
    var name = upstream.settings().name();
    return name == null ? "" : name.value();
  }

  private static List<String> searched(Upstream upstream) {
    List<String> texts = new ArrayList<>(texts(name(upstream), upstream.settings().description()));
    upstream.nodes().list().forEach(node -> texts.add(node.authority()));
    return texts;
  }

  private static List<String> texts(Object... texts) {
    List<String> all = new ArrayList<>();
    for (Object text : texts) {
      all.add(text.toString());
    }
    return all;
  }
}
