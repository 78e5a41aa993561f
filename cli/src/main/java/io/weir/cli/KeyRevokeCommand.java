package io.weir.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code weir key revoke}: ends a key. */
@Command(name = "revoke", description = "Revokes an API key: it opens nothing a second later.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class KeyRevokeCommand implements Callable<Integer> {
  @Mixin private Management management;

  @Parameters(paramLabel = "ID", description = "Of the key, such as key-m1n2b3v4.")
  private String id;

  @Override
  public Integer call() throws IOException {
    management.delete("/v1/keys/" + Management.segment(id));
    return 0;
  }
}
