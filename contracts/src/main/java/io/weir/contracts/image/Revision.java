package io.weir.contracts.image;

import java.time.Instant;

/**
 * Which event gave an object its present value.
 *
 * @param version of the object's stream; its entity tag
 * @param position in the ledger
 * @param at when it was recorded
 */
public record Revision(long version, long position, Instant at) {}
