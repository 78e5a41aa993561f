package io.weir.benchmarks.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** A backend for machines without nginx: answers with so many bytes, in HTTP/2 as gRPC would. */
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
          .requestHandler(request -> request.endHandler(_ -> answer(request, body)))
          .listen(Integer.parseInt(arguments[i]), "127.0.0.1")
          .await();
    }
  }

  private static void answer(HttpServerRequest request, Buffer body) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().putTrailer("grpc-status", "0");
    }
    request.response().end(body);
  }
}
