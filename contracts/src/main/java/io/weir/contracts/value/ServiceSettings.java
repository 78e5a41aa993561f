package io.weir.contracts.value;

import org.jspecify.annotations.Nullable;

/**
 * A service: a group of APIs that are released together.
 *
 * @param name unique among services
 * @param instanceId the dedicated instance it runs on, or null for the shared instance
 */
public record ServiceSettings(
    Name name, Description description, @Nullable InstanceId instanceId) {}
