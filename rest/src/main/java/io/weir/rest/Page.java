package io.weir.rest;

/** Which part of a list to answer with. */
public record Page(int limit, int offset) {}
