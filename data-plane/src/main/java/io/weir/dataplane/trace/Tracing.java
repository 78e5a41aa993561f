package io.weir.dataplane.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides which requests are traced and begins their traces: those whose client traces them, and of
 * those that come without a trace a fraction. A request that is not traced costs a look at one
 * header and a random number, and its headers stay as they are. Thread-safe.
 */
public final class Tracing implements AutoCloseable {
  /**
   * Where the flags of a traceparent end: version, trace, parent and flags (Trace Context, 3.2).
   */
  private static final int LENGTH = 55;

  private final SdkTracerProvider provider;
  private final Tracer tracer;
  private final long threshold;

  /**
   * Traces to a processor.
   *
   * @param ratio which part of the requests without a trace is traced, 0 to 1
   * @param replicaId who says so
   */
  public Tracing(SpanProcessor processor, double ratio, String replicaId) {
    provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(processor)
            .setResource(
                Resource.getDefault()
                    .merge(
                        Resource.create(
                            Attributes.of(
                                SpanNames.SERVICE_NAME,
                                "weir-data-plane",
                                SpanNames.SERVICE_INSTANCE_ID,
                                replicaId))))
            .build();
    tracer = provider.get("io.weir.dataplane");
    // of the values of nextLong() >>> 1, which part is below
    threshold = ratio >= 1 ? Long.MAX_VALUE : (long) (ratio * Long.MAX_VALUE);
  }

  /** The trace of a request that begins, or null if it is not traced. */
  public @Nullable RequestTrace begin(Headers headers) {
    int field = headers.find(HeaderName.TRACEPARENT);
    if (field < 0) {
      return sampled() ? begin(Context.root()) : null;
    }
    String parent = headers.value(field);
    boolean wanted = parent.length() >= LENGTH && (hex(parent.charAt(LENGTH - 1)) & 1) != 0;
    if (!wanted) {
      return null;
    }
    Context context =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), headers, HeaderCarrier.INSTANCE);
    boolean valid = Span.fromContext(context).getSpanContext().isValid();
    return valid || sampled() ? begin(context) : null;
  }

  private static int hex(char digit) {
    return Character.digit(digit, 16);
  }

  private boolean sampled() {
    return ThreadLocalRandom.current().nextLong() >>> 1 < threshold;
  }

  private RequestTrace begin(Context parent) {
    return new RequestTrace(tracer, parent);
  }

  /** Sends what is still held and stops; takes no more than a few seconds. */
  @Override
  public void close() {
    provider.shutdown().join(5, TimeUnit.SECONDS);
  }
}
