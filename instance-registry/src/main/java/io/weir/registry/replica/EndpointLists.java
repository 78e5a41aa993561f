package io.weir.registry.replica;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.DataPlaneOrigin;
import io.weir.rest.Reads;
import io.weir.rest.ReplicaSql;
import io.weir.rest.list.KeyType;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/instances/{id}/endpoints}: where what is released of the services on an instance is
 * reached.
 */
@Path("/v1/instances/{id}/endpoints")
public class EndpointLists extends ListResource {
  private static final String ON_INSTANCE =
      "service_id in (select s.id from %s s where s.instance_id = ?)"
          .formatted(ListOf.view(ReadView.SERVICE));

  private static final String NAME =
      "(select s.name from %s s where s.id = t.service_id)"
          .formatted(ListOf.view(ReadView.SERVICE));

  private static final String DOMAINS =
      """
      array(select d.domain from %s d
        where d.service_id = t.service_id and d.environment = t.environment
        order by d.domain) as domains\
      """
          .formatted(ListOf.view(ReadView.DOMAIN));

  private static final String ADDRESSES =
      """
      array(select r.address from %s r
        where %s and r.address is not null
          and r.instance in ('*', (select s.instance_id from %s s where s.id = t.service_id))
        order by r.replica_id) as addresses\
      """
          .formatted(ReadView.REPLICA, ReplicaSql.live("r.last_seen_at"), ReadView.SERVICE);

  EndpointLists(Lists lists, Reads reads, DataPlaneOrigin origin) {
    super(
        lists,
        ListOf.rows(ReadView.ENVIRONMENT, "service", KeyType.TEXT, "service_id", "environment")
            .of(
                reads,
                "id",
                InstanceId::new,
                GatewayImage::instances,
                List.of(ON_INSTANCE),
                (id, instance) -> List.of(id.value()))
            .order("service")
            .filter("service_id", ServiceId::new)
            .filter("environment", Environment::of)
            .searching("lower(concat_ws(E'\\n', t.service_id, " + NAME + "))")
            .with(
                "service_id, " + NAME + " as service_name, environment, release_id",
                EndpointLists::released)
            .whole(DOMAINS, (item, row) -> hosts(item, row, origin))
            .present(ADDRESSES, EndpointLists::addresses));
  }

  private static void released(ObjectNode item, Row row) {
    item.put("serviceId", row.getString("service_id"))
        .put("serviceName", row.getString("service_name"))
        .put("environment", row.getString("environment"))
        .put("releaseId", row.getString("release_id"));
  }

  /** Custom domains first, and the host that every service has. */
  private static void hosts(ObjectNode item, Row row, DataPlaneOrigin origin) {
    ArrayNode hosts = item.putArray("hosts");
    for (String domain : row.getArrayOfStrings("domains")) {
      host(hosts, domain, "/", origin.of(new Domain(domain)));
    }
    ServiceId service = new ServiceId(row.getString("service_id"));
    Environment environment = Environment.of(row.getString("environment"));
    host(
        hosts,
        origin.host(service),
        "/" + environment.value() + "/",
        origin.of(service, environment));
  }

  private static void host(ArrayNode hosts, String host, String path, @Nullable String url) {
    ObjectNode one = hosts.addObject().put("host", host).put("path", path);
    if (url != null) {
      one.put("url", url);
    }
  }

  private static void addresses(ObjectNode item, Row row) {
    ArrayNode addresses = item.putArray("addresses");
    for (String address : row.getArrayOfStrings("addresses")) {
      addresses.add(address);
    }
  }
}
