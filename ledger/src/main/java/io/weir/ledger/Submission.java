package io.weir.ledger;

import io.weir.contracts.image.GatewayImage;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** A command on its way, and whom to tell how it ended. */
record Submission(
    UUID id,
    Command command,
    CommandContext context,
    BiFunction<GatewayImage, GatewayImage, Answer> render,
    CompletableFuture<Outcome> caller) {
  static Submission of(
      Command command,
      CommandContext context,
      BiFunction<GatewayImage, GatewayImage, Answer> render) {
    return new Submission(UUID.randomUUID(), command, context, render, new CompletableFuture<>());
  }
}
