package io.weir.benchmarks.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;

/** A backend for machines without nginx: answers every request with so many bytes. */
public final class PlainBackend {
  private PlainBackend() {}

  /** Bytes of an answer, then the ports. */
  public static void main(String[] arguments) {
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
    Buffer body = Buffer.buffer("x".repeat(Integer.parseInt(arguments[0])));
    for (int i = 1; i < arguments.length; i++) {
      vertx
          .createHttpServer()
          .requestHandler(request -> request.endHandler(_ -> request.response().end(body)))
          .listen(Integer.parseInt(arguments[i]), "127.0.0.1")
          .await();
    }
  }
}
