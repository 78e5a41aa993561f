// The form of a VPC upstream. What is not filled in has the server's default.

const CHECKS = "Health check";
const TRIES = "Retry conditions";
const LIMITS = "Limits, of each replica";
const SECRECY = "TLS to nodes (HTTPS only)";

/** The fields, filled with what an upstream has; for a new one with what it would get. */
export function upstreamFields(vpcs, upstream = {}) {
  const { healthChecker: checker, retryOn = {}, tls, limits = {} } = upstream;
  const check = (name, label, kind, hint, placeholder) => ({ pointer: `/healthChecker/${name}`, label, kind, hint, placeholder, value: checker?.[name], group: CHECKS, set: checker !== undefined });
  const limit = (name, label, hint, placeholder) => ({ pointer: `/limits/${name}`, label, kind: "number", hint, placeholder, value: limits[name], group: LIMITS });
  const secure = (name, label, hint) => ({ pointer: `/tls/${name}`, label, hint, value: tls?.[name], group: SECRECY, set: upstream.protocol === "HTTPS" });
  return [
    { pointer: "/name", label: "Name", value: upstream.name, hint: "up to 50 of a-z A-Z 0-9 _" },
    { pointer: "/vpcId", label: "VPC", kind: "select", required: true, value: upstream.vpcId, options: [["", "Choose a VPC"], ...vpcs.map((vpc) => [vpc.id, `${vpc.name} (${vpc.id})`])] },
    { pointer: "/description", label: "Description", kind: "textarea", value: upstream.description },
    { pointer: "/algorithm", label: "Algorithm", kind: "select", value: upstream.algorithm, options: [["WEIGHTED_ROUND_ROBIN", "weighted round robin"]] },
    { pointer: "/protocol", label: "Protocol", kind: "select", required: true, value: upstream.protocol, options: [["", "Choose a protocol"], ["HTTP", "HTTP"], ["HTTPS", "HTTPS"]] },
    { pointer: "/httpVersion", label: "HTTP version", kind: "select", value: upstream.httpVersion ?? "HTTP_1_1", options: [["HTTP_1_1", "HTTP/1.1"], ["HTTP_2", "HTTP/2"]], hint: "gRPC needs HTTP/2" },
    { pointer: "/hostHeader", label: "Host header", value: upstream.hostHeader, hint: "sent to nodes instead of their address" },
    { pointer: "/nodes", label: "Nodes", kind: "nodes", required: true, value: upstream.nodes, hint: "1 to 200; weight 0 to 100, 0 = no new requests" },
    { pointer: "/slowStartSeconds", label: "Slow start (s)", kind: "number", value: upstream.slowStartSeconds ?? 0, hint: "0 to 900: how long a node that is new, or healthy again, takes to its full share; 0 = at once" },
    { ...secure("verify", "Verify certificates", "a node must show a trusted certificate of its name"), kind: "checkbox", value: tls?.verify ?? true },
    secure("serverName", "Server name", "asked for and verified; otherwise that of the Host header or the node's address"),
    secure("caCertificate", "CA certificate", "a name in the certificate directory of replicas; otherwise the host's usual ones"),
    secure("clientCertificate", "Client certificate", "shown to nodes that ask"),
    { pointer: "/retries", label: "Retry attempts", kind: "number", value: upstream.retries ?? 5, hint: "1 to 100", group: TRIES, set: true },
    { pointer: "/retryOn/statuses", label: "Also after these answers", kind: "numbers", options: [429, 502, 503, 504], value: retryOn.statuses, group: TRIES },
    { pointer: "/retryOn/nonIdempotent", label: "Requests that may have had an effect too", kind: "checkbox", value: retryOn.nonIdempotent, hint: "such as POST: it may happen twice", group: TRIES },
    limit("maxConnectionsPerNode", "Connections to a node", "1 to 1000000, idle ones among them", 1024),
    limit("maxRequestsPerNode", "Requests at a node", "1 to 1000000 at a time, tunnels among them; a node that has as many is passed over", 1024),
    limit("maxRequests", "Requests for the upstream", "1 to 1000000 at a time; more are answered with 503", 10000),
    check("enableActiveCheck", "Active: ask nodes", "checkbox"),
    check("enablePassiveCheck", "Passive: watch how nodes answer", "checkbox"),
    check("activeCheckHttpPath", "Path asked for", "text", "active checks", "/"),
    check("activeCheckInterval", "Interval (s)", "number", "active checks; 1 to 3600", 5),
    check("activeCheckTimeout", "Timeout (s)", "number", "active checks; 1 to 60", 5),
    check("healthyHttpStatus", "Healthy answers", "text", "statuses and ranges", "200-399"),
    check("unhealthyHttpStatus", "Unhealthy answers", "text", "none that is healthy too", "429,500-599"),
    check("tcpFailureThreshold", "Unhealthy after connection failures", "number", "in a row; 0 to 254, 0 = never", 2),
    check("timeoutThreshold", "Unhealthy after timeouts", "number", "in a row; 0 to 254, 0 = never", 3),
    check("httpFailureThreshold", "Unhealthy after unhealthy answers", "number", "in a row; 0 to 254, 0 = never", 5),
    check("unhealthyTimeout", "Back after (s)", "number", "0 to 3600; 0 = only active checks bring a node back", 30),
    check("panicThreshold", "Panic threshold (%)", "number", "0 to 100: below this share of healthy nodes, all are used; 0 = when none is healthy", 0),
  ];
}

/** The body without what was not asked for: checks that are off and never were set, TLS without HTTPS. */
export function upstreamBody(body, before = {}) {
  const { enableActiveCheck, enablePassiveCheck } = body.healthChecker;
  if (!enableActiveCheck && !enablePassiveCheck && !before.healthChecker) delete body.healthChecker;
  if (body.protocol !== "HTTPS") delete body.tls;
  return body;
}
