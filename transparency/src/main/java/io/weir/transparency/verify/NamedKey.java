package io.weir.transparency.verify;

import io.weir.transparency.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that a ledger names as its own.
 *
 * @param from the position of the event that named it
 * @param until the position of the event that retired it; null if none did
 */
public record NamedKey(VerifierKey key, long from, @Nullable Long until) {}
