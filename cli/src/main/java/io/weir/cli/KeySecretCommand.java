package io.weir.cli;

import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code weir key secret}: what {@code WEIR_ADMIN_KEY_FILE} can hold before Weir first starts. */
@Command(
    name = "secret",
    description = {
      "Prints a new secret for WEIR_ADMIN_KEY_FILE, which makes it the key of an administrator",
      "while there is no other. Asks no Weir, and is no key before."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class KeySecretCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(KeySecret.random(KeyId.random()).text());
    out.flush();
    return 0;
  }
}
