package io.weir.contracts.content;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.contracts.value.Algorithm;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.NodeTls;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.RetryOn;
import io.weir.contracts.value.SlowStart;
import io.weir.contracts.value.UpstreamLimits;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;

/** Everything about an upstream that a caller decides. */
public record UpstreamContent(@JsonUnwrapped UpstreamSettings settings, Nodes nodes) {
  /** Reads it. */
  public static UpstreamContent read(Fields fields) {
    var name = fields.text("name", Name::new).orNull();
    var vpc = fields.text("vpcId", VpcId::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    var algorithm = fields.choice("algorithm", Algorithm.class).or(Algorithm.WEIGHTED_ROUND_ROBIN);
    var protocol = fields.choice("protocol", Protocol.class).required();
    var hostHeader = fields.text("hostHeader", HostHeader::new).orNull();
    var retries = fields.integer("retries", Retries::new).or(Retries.DEFAULT);
    var retryOn = fields.object("retryOn", UpstreamContent::retryOn).or(RetryOn.NONE);
    var httpVersion = fields.choice("httpVersion", HttpVersion.class).or(HttpVersion.HTTP_1_1);
    var healthChecker = fields.object("healthChecker", HealthCheckerContent::read).orNull();
    var slowStart = fields.integer("slowStartSeconds", SlowStart::new).or(SlowStart.OFF);
    var limits = fields.object("limits", UpstreamContent::limits).or(UpstreamLimits.DEFAULT);
    var tls = fields.object("tls", UpstreamContent::tls).orNull();
    var nodes = fields.list("nodes", NodeContent::read, Nodes::new).required();
    // the parts fit together unless TLS is described where none is spoken
    return fields.build(
        "/tls",
        () -> {
          if (tls.get() != null && protocol.get() != Protocol.HTTPS) {
            throw new InvalidValueException("must be absent unless protocol is HTTPS");
          }
          return new UpstreamContent(
              new UpstreamSettings(
                  name.get(),
                  vpc.get(),
                  description.get(),
                  algorithm.get(),
                  protocol.get(),
                  hostHeader.get(),
                  retries.get(),
                  retryOn.get(),
                  httpVersion.get(),
                  healthChecker.get(),
                  slowStart.get(),
                  limits.get(),
                  tls.get()),
              nodes.get());
        });
  }

  private static RetryOn retryOn(Fields fields) {
    var statuses =
        fields
            .integers("statuses", list -> new RetryOn(list, false).statuses())
            .or(RetryOn.NONE.statuses());
    var nonIdempotent = fields.bool("nonIdempotent").or(RetryOn.NONE.nonIdempotent());
    return fields.build(() -> new RetryOn(statuses.get(), nonIdempotent.get()));
  }

  private static UpstreamLimits limits(Fields fields) {
    var connections =
        fields
            .integer("maxConnectionsPerNode", UpstreamLimits.RANGE::check)
            .or(UpstreamLimits.DEFAULT.maxConnectionsPerNode());
    var requestsOfNode =
        fields
            .integer("maxRequestsPerNode", UpstreamLimits.RANGE::check)
            .or(UpstreamLimits.DEFAULT.maxRequestsPerNode());
    var requests =
        fields
            .integer("maxRequests", UpstreamLimits.RANGE::check)
            .or(UpstreamLimits.DEFAULT.maxRequests());
    return fields.build(
        () -> new UpstreamLimits(connections.get(), requestsOfNode.get(), requests.get()));
  }

  private static NodeTls tls(Fields fields) {
    var verify = fields.bool("verify").or(NodeTls.DEFAULT.verify());
    var serverName = fields.text("serverName", NodeTls::checkedServerName).orNull();
    var caCertificate = fields.text("caCertificate", CertificateName::new).orNull();
    var clientCertificate = fields.text("clientCertificate", CertificateName::new).orNull();
    return fields.build(
        () ->
            new NodeTls(
                verify.get(), serverName.get(), caCertificate.get(), clientCertificate.get()));
  }
}
