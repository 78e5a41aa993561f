package io.weir.registry.network;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Link;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Answer;
import io.weir.rest.Answers;
import io.weir.rest.EntityTags;
import io.weir.rest.Fresh;
import io.weir.rest.KnownTags;
import io.weir.rest.PathIds;
import io.weir.rest.ProblemException;
import io.weir.rest.Reads;
import io.weir.rest.Refusals;
import io.weir.rest.Writes;
import io.weir.rest.revert.Reversal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * {@code /v1/cloud-connect-networks/{id}/links/{vpcId}}: PUT attaches a VPC, DELETE detaches it.
 */
@Path("/v1/cloud-connect-networks/{id}/links/{vpcId}")
public class LinkResource {
  private final Writes writes;
  private final Reads reads;

  LinkResource(Writes writes, Reads reads) {
    this.writes = writes;
    this.reads = reads;
  }

  @GET
  public Uni<Response> get(
      @PathParam("id") String id,
      @PathParam("vpcId") String vpc,
      @BeanParam Fresh fresh,
      @BeanParam KnownTags known) {
    CcnId networkId = PathIds.read(id, CcnId::new);
    VpcId vpcId = PathIds.read(vpc, VpcId::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              Link link = find(image, networkId, vpcId);
              return Answers.read(
                  LinkView.of(link),
                  EntityTags.tag(link.revision().version()),
                  image.position(),
                  known);
            });
  }

  @PUT
  public Uni<Response> attach(
      @PathParam("id") String id, @PathParam("vpcId") String vpc, @BeanParam EntityTags tags) {
    CcnId networkId = PathIds.read(id, CcnId::new);
    VpcId vpcId = PathIds.read(vpc, VpcId::new);
    Reversal write = attaching(networkId, vpcId, tags);
    return writes.append(write.command(), null, write.render());
  }

  @DELETE
  public Uni<Response> detach(
      @PathParam("id") String id, @PathParam("vpcId") String vpc, @BeanParam EntityTags tags) {
    CcnId networkId = PathIds.read(id, CcnId::new);
    VpcId vpcId = PathIds.read(vpc, VpcId::new);
    Reversal write = detaching(networkId, vpcId, tags);
    return writes.append(write.command(), null, write.render());
  }

  /** What attaches a VPC. */
  public static Reversal attaching(CcnId networkId, VpcId vpcId, EntityTags tags) {
    return new Reversal(
        new AttachVpc(networkId, vpcId, tags.precondition()),
        image -> attached(image, networkId, vpcId));
  }

  /** What detaches a VPC. */
  public static Reversal detaching(CcnId networkId, VpcId vpcId, EntityTags tags) {
    return new Reversal(
        new DetachVpc(networkId, vpcId, tags.precondition()), image -> Answers.deleted());
  }

  private static Answer attached(GatewayImage image, CcnId networkId, VpcId vpcId) {
    Link link = find(image, networkId, vpcId);
    return Answers.changed(LinkView.of(link), EntityTags.tag(link.revision().version()));
  }

  private static Link find(GatewayImage image, CcnId networkId, VpcId vpcId) {
    var missing = LinkRules.broken(image, networkId, vpcId);
    if (!missing.isEmpty()) {
      throw new ProblemException(Refusals.problem(missing)).at(image.position());
    }
    Link link = image.link(networkId, vpcId);
    if (link == null || !link.attached()) {
      throw ProblemException.notFound(
              link == null
                  ? vpcId + " was never attached to " + networkId
                  : "%s was detached from %s at position %d"
                      .formatted(vpcId, networkId, link.revision().position()))
          .at(image.position());
    }
    return link;
  }
}
