package io.weir.cli;

import picocli.CommandLine.Command;

/** {@code weir key}: who may ask a running Weir, and for what. */
@Command(
    name = "key",
    description = "Makes, lists and revokes API keys.",
    subcommands = {
      KeyCreateCommand.class,
      KeyListCommand.class,
      KeyRevokeCommand.class,
      KeySecretCommand.class
    })
final class KeyCommand {}
