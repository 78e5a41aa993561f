package io.weir.dataplane.metrics;

/**
 * One request that shows what a bucket of a histogram means, by the trace that tells of it.
 *
 * @param traceId 32 hexadecimal digits
 * @param micros how long it took
 * @param atMillis when it was over, since 1970
 */
public record Exemplar(String traceId, long micros, long atMillis) {}
