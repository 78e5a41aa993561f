package io.weir.dataplane.witness;

import org.jspecify.annotations.Nullable;

/**
 * What a witness says of itself.
 *
 * @param key what its cosignatures are verified with, a verifier key
 * @param size how many events it remembers
 * @param cosignedSize of the last checkpoint it cosigned, 0 if none
 * @param cosignedAt ISO 8601; null if it cosigned none yet
 * @param contradiction which checkpoint contradicts what it read; null if none does
 */
public record WitnessReport(
    String key,
    long size,
    long cosignedSize,
    @Nullable String cosignedAt,
    @Nullable String contradiction) {}
