package io.weir.projector.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The document of an object that is its settings under an id. */
record Shown<I, S>(I id, @JsonUnwrapped S settings) {}
