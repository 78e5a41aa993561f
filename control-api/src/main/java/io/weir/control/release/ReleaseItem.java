package io.weir.control.release;

/**
 * A release in a list.
 *
 * @param environment the one it was first released into
 * @param releasedAt RFC 3339
 * @param actor who released it
 */
public record ReleaseItem(
    String id,
    String serviceId,
    String environment,
    String description,
    int apiCount,
    long position,
    String releasedAt,
    String actor) {}
