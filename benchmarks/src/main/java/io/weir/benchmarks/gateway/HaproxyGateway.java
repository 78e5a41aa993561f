package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * HAProxy with one thread, connections to nodes kept, and a log in JSON on its standard output,
 * which is a file: it cannot write to files itself, and buffers no log.
 */
final class HaproxyGateway implements Gateway {
  private final Optional<Path> program = Machine.program("haproxy");

  @Override
  public String name() {
    return "haproxy";
  }

  @Override
  public String version() {
    return program.map(haproxy -> Machine.firstLine(haproxy.toString(), "-v")).orElse("");
  }

  @Override
  public Optional<String> missing() {
    return program.isPresent() ? Optional.empty() : Optional.of("not installed (Debian: haproxy)");
  }

  @Override
  public long warmUpRequests() {
    return 10_000;
  }

  @Override
  public Running start(Site site, List<String> more) throws IOException, InterruptedException {
    int port = Site.freePorts(1).getFirst();
    Path routes =
        site.write(
            "haproxy-routes.map",
            IntStream.range(0, site.of().routes())
                .mapToObj(route -> Site.PREFIX + Case.path(route) + " nodes\n")
                .collect(Collectors.joining()));
    Path configuration = site.write("haproxy.cfg", configuration(site, port, routes));
    List<String> command =
        List.of(program.orElseThrow().toString(), "-db", "-f", configuration.toString());
    return new Running(site.start(site.gatewayCore(), "haproxy.log", command), port, command);
  }

  private static String configuration(Site site, int port, Path routes)
      throws IOException, InterruptedException {
    Clients clients = site.of().clients();
    String speak = clients.http2() && !clients.tls() ? " proto h2" : "";
    if (clients.tls()) {
      Certificate files = site.certificate();
      Path both =
          site.write(
              "haproxy.pem", Files.readString(files.certificate()) + Files.readString(files.key()));
      speak = " ssl crt " + both + (clients.http2() ? " alpn h2,http/1.1" : "");
    }
    List<String> nodes = site.nodes();
    String toNodes = clients == Clients.GRPC ? " proto h2" : "";
    String servers =
        IntStream.range(0, nodes.size())
            .mapToObj(i -> "  server n%d %s%s".formatted(i, nodes.get(i), toNodes))
            .collect(Collectors.joining("\n"));
    return """
    global
      nbthread 1
      maxconn 8192
      log stdout format raw local0
    defaults
      mode http
      timeout client 60s
      timeout server 60s
      timeout connect 5s
      timeout http-keep-alive 60s
      option http-keep-alive
      http-reuse always
    frontend clients
      bind 127.0.0.1:%d%s backlog 4096
      log global
      log-format '{"time":"%%tr","client":"%%ci","method":"%%HM","uri":%%{+Q}HP,"status":%%ST,"bytes":%%B,"node":"%%si:%%sp","queue":%%Tw,"connect":%%Tc,"firstByte":%%Tr,"total":%%Ta,"retries":"%%rc","flags":"%%tsc"}'
      option forwardfor
      http-request set-header X-Forwarded-Proto http
      http-request set-var(txn.to) path,map_beg(%s)
      http-request return status 404 unless { var(txn.to) -m found }
      http-request set-path %%[path,bytes(%d)]
      use_backend %%[var(txn.to)]
    backend nodes
      balance roundrobin
    %s
    """
        .formatted(port, speak, routes, Site.PREFIX.length(), servers);
  }
}
