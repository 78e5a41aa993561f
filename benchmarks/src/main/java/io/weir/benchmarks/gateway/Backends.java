package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the gateways forward to: nginx if it is installed, else a server of ours. */
final class Backends {
  private Backends() {}

  /** Starts one process that listens on all ports of a site. */
  static Process start(Site site) throws IOException {
    var nginx = Machine.program("nginx");
    List<String> command = new ArrayList<>();
    if (nginx.isPresent()) {
      command.add(nginx.get().toString());
      command.addAll(List.of("-p", site.directory().toString()));
      command.addAll(List.of("-e", site.file("backends-error.log").toString()));
      command.addAll(List.of("-c", site.write("backends.conf", configuration(site)).toString()));
    } else {
      command.addAll(List.of(Machine.java(), "-Xmx256m", "-cp"));
      command.add(System.getProperty("java.class.path"));
      command.add(PlainBackend.class.getName());
      command.add(Integer.toString(site.of().responseBytes()));
      site.backendPorts().forEach(port -> command.add(port.toString()));
    }
    return site.start(site.loadCore(), "backends.log", command);
  }

  /** A longer text than nginx takes at once is put together of pieces. */
  private static String configuration(Site site) {
    int bytes = site.of().responseBytes();
    int piece = Math.min(bytes, 1_024);
    boolean grpc = site.of().clients() == Clients.GRPC;
    return """
    daemon off;
    master_process off;
    pid backends.pid;
    events { worker_connections 16384; }
    http {
      access_log off;
      client_body_temp_path backends-body;
      proxy_temp_path backends-proxy;
      fastcgi_temp_path backends-fastcgi;
      uwsgi_temp_path backends-uwsgi;
      scgi_temp_path backends-scgi;
      keepalive_requests 1000000000;
      keepalive_timeout 300s;
      default_type %s;
      server {
    %s
        set $piece "%s";
        %slocation / { return 200 "%s"; }
      }
    }
    """
        .formatted(
            grpc ? "application/grpc" : "text/plain",
            site.nodes().stream()
                .map(node -> "    listen " + node + (grpc ? " http2" : "") + " backlog=4096;")
                .collect(Collectors.joining("\n")),
            "x".repeat(piece),
            grpc ? "add_trailer grpc-status 0; " : "",
            "$piece".repeat(bytes / piece));
  }
}
