package io.weir.dataplane.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.route.DomainRoute;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.route.ServiceRoutes;
import io.weir.dataplane.tls.CertificateStatus;
import io.weir.dataplane.tls.Certificates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Custom domains and certificates as JSON. */
final class DomainView {
  private DomainView() {}

  /** Custom domains, by name, a page at a time. */
  static JsonNode domains(RouteTable table, Certificates certificates, Page page) {
    Map<String, CertificateStatus> statuses = new HashMap<>();
    certificates.statuses().forEach(status -> statuses.put(status.name(), status));
    List<DomainRoute> domains = new ArrayList<>(table.domains());
    domains.sort(Comparator.comparing(DomainRoute::domain));
    ArrayNode items = Json.MAPPER.createArrayNode();
    for (DomainRoute domain : domains.stream().skip(page.offset()).limit(page.limit()).toList()) {
      ServiceRoutes service = table.service(domain);
      boolean answers = service != null && service.environment(domain.environment()) != null;
      ObjectNode item = items.addObject();
      item.put("domain", domain.domain().value());
      item.put("serviceId", domain.serviceId().value());
      item.put("environment", domain.environment().value());
      if (domain.certificate() != null) {
        String name = domain.certificate().value();
        item.put("certificate", name);
        item.set("certificateState", state(statuses.get(name)));
      }
      item.put("answers", answers);
    }
    return RouteView.view(table, domains.size(), items);
  }

  /** All certificates that the configuration names, by name. */
  static JsonNode all(Certificates certificates) {
    ObjectNode view = Json.MAPPER.createObjectNode();
    ArrayNode items = view.putArray("items");
    for (CertificateStatus status : certificates.statuses()) {
      ObjectNode item = items.addObject();
      item.put("name", status.name());
      item.setAll(state(status));
    }
    return view;
  }

  private static ObjectNode state(@Nullable CertificateStatus status) {
    ObjectNode state = Json.MAPPER.createObjectNode();
    if (status == null) {
      return state.put("problem", "not looked for yet");
    }
    if (status.subject() != null) {
      state.put("subject", status.subject());
    }
    if (!status.names().isEmpty()) {
      ArrayNode names = state.putArray("names");
      status.names().forEach(names::add);
    }
    if (status.notBefore() != null) {
      state.put("notBefore", status.notBefore().toString());
    }
    if (status.notAfter() != null) {
      state.put("notAfter", status.notAfter().toString());
    }
    state.put("hasKey", status.hasKey());
    if (status.problem() != null) {
      state.put("problem", status.problem());
    }
    return state;
  }
}
