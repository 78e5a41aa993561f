package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * nginx with one worker, connections to nodes kept, and an access log in JSON with the same facts
 * as Weir's, buffered.
 */
final class NginxGateway implements Gateway {
  private final Optional<Path> program = Machine.program("nginx");

  @Override
  public String name() {
    return "nginx";
  }

  @Override
  public String version() {
    return program.map(nginx -> Machine.firstLine(nginx.toString(), "-v")).orElse("");
  }

  @Override
  public Optional<String> missing() {
    return program.isPresent() ? Optional.empty() : Optional.of("not installed (Debian: nginx)");
  }

  @Override
  public long warmUpRequests() {
    return 10_000;
  }

  @Override
  public Running start(Site site, List<String> more) throws IOException {
    int port = Site.freePorts(1).getFirst();
    Path configuration = site.write("nginx.conf", configuration(site, port));
    List<String> command =
        List.of(
            program.orElseThrow().toString(),
            "-p",
            site.directory().toString(),
            "-e",
            site.file("nginx-error.log").toString(),
            "-c",
            configuration.toString());
    return new Running(site.start(site.gatewayCore(), "nginx.log", command), port, command);
  }

  private static String configuration(Site site, int port) throws IOException {
    Case of = site.of();
    StringBuilder locations = new StringBuilder();
    for (int route = 0; route < of.routes(); route++) {
      String path = Case.path(route);
      locations.append(
          of.clients() == Clients.GRPC
              ? "    location %s%s { rewrite ^%s(/.*)$ $1 break; grpc_pass grpc://nodes; }%n"
                  .formatted(Site.PREFIX, path, Site.PREFIX)
              : "    location %s%s { proxy_pass http://nodes%s; }%n"
                  .formatted(Site.PREFIX, path, path));
    }
    String servers =
        site.nodes().stream()
            .map(node -> "    server " + node + ";")
            .collect(Collectors.joining("\n"));
    return """
    daemon off;
    worker_processes 1;
    pid nginx.pid;
    events { worker_connections 8192; }
    http {
      log_format json escape=json '{"time":"$time_iso8601","requestId":"$request_id",'
        '"client":"$remote_addr","method":"$request_method","host":"$host","uri":"$request_uri",'
        '"protocol":"$server_protocol","status":$status,"bytes":$body_bytes_sent,'
        '"seconds":$request_time,"node":"$upstream_addr","nodeStatus":"$upstream_status",'
        '"connect":"$upstream_connect_time","firstByte":"$upstream_header_time",'
        '"total":"$upstream_response_time","agent":"$http_user_agent"}';
      access_log nginx-access.log json buffer=64k flush=1s;
      client_body_temp_path nginx-body;
      proxy_temp_path nginx-proxy;
      fastcgi_temp_path nginx-fastcgi;
      uwsgi_temp_path nginx-uwsgi;
      scgi_temp_path nginx-scgi;
      keepalive_requests 1000000000;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Request-Id $request_id;
      grpc_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      grpc_set_header X-Forwarded-Proto $scheme;
      grpc_set_header X-Request-Id $request_id;
      upstream nodes {
    %s
        keepalive 256;
        keepalive_requests 1000000000;
      }
      server {
        listen 127.0.0.1:%d%s%s backlog=4096;
    %s
    %s
      }
    }
    """
        .formatted(
            servers,
            port,
            of.clients().tls() ? " ssl" : "",
            of.clients().http2() ? " http2" : "",
            of.clients().tls() ? tls(site) : "",
            locations);
  }

  private static String tls(Site site) throws IOException {
    try {
      Certificate files = site.certificate();
      return "    ssl_certificate %s;%n    ssl_certificate_key %s;"
          .formatted(files.certificate(), files.key());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
