package io.weir.dataplane.support;

import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A snapshot of one service with {@code /pets} in front of one node on this host. */
public final class SnapshotFile {
  public static final String SERVICE = "service-0123abcd";

  private SnapshotFile() {}

  public static Path write(Path directory, int nodePort) throws IOException {
    var edge = EventMother.vpc("edge");
    var front = EventMother.instance("front", edge.id());
    var pets = EventMother.upstream("pets", edge.id(), EventMother.node(nodePort, 1));
    var service =
        new ServiceCreated(
            new ServiceId(SERVICE),
            new ServiceSettings(new Name("shop"), Description.NONE, front.id()));
    var api = EventMother.api(service.id(), "pets", "/pets", pets.id());
    FakeLedger ledger = new FakeLedger();
    ledger.append(
        edge,
        front,
        pets,
        service,
        api,
        EventMother.released(service.id(), Environment.RELEASE, api));
    Path file = directory.resolve("gateway.weir");
    try (OutputStream out = Files.newOutputStream(file)) {
      new Snapshot(ledger.image(), -1).write(out);
    }
    return file;
  }
}
