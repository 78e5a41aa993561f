package io.weir.contracts.image;

import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySettings;

/**
 * An API key that was not revoked.
 *
 * @param used whether somebody came with it
 * @param expired whether it is recorded that its time is over; it opens nothing before that
 */
public record Key(
    KeyId id, KeySettings settings, boolean used, boolean expired, Revision revision) {}
