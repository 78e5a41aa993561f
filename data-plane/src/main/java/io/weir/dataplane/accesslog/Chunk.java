package io.weir.dataplane.accesslog;

/** Whole lines on their way to the writer. */
record Chunk(byte[] bytes, int length, int lines) {}
