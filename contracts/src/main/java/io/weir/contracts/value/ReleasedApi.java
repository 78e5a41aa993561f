package io.weir.contracts.value;

/** An API as it was when its service was released. */
public record ReleasedApi(ApiId id, ApiDefinition definition) {}
