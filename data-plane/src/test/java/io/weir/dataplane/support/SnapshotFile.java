package io.weir.dataplane.support;

import io.weir.dataplane.DataPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** A snapshot of one service with {@code /pets} in front of one node on this host. */
public final class SnapshotFile {
  public static final String SERVICE = "service-0123abcd";

  private SnapshotFile() {}

  public static Path write(Path directory, int nodePort) throws IOException {
    Path yaml = directory.resolve("gateway.yaml");
    Files.writeString(
        yaml,
        """
        vpcs: [edge]
        instances: {front: {vpc: edge}}
        upstreams: {pets: {vpc: edge, nodes: ["127.0.0.1:%d"]}}
        services:
          shop:
            id: %s
            instance: front
            apis: {pets: {front: /pets, upstream: pets}}
        """
            .formatted(nodePort, SERVICE));
    Path out = directory.resolve("gateway.weir");
    int code =
        new CommandLine(new DataPlane())
            .execute("snapshot", "--yaml", yaml.toString(), "--out", out.toString());
    if (code != 0) {
      throw new AssertionError("no snapshot");
    }
    return out;
  }
}
