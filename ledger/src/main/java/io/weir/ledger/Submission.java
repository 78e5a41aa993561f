package io.weir.ledger;

import io.weir.contracts.image.GatewayImage;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A command on its way, and whom to tell how it ended. */
record Submission(
    UUID id,
    Command command,
    CommandContext context,
    Function<GatewayImage, Answer> render,
    CompletableFuture<Outcome> caller) {
  static Submission of(
      Command command, CommandContext context, Function<GatewayImage, Answer> render) {
    return new Submission(UUID.randomUUID(), command, context, render, new CompletableFuture<>());
  }
}
