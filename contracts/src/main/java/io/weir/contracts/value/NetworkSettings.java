package io.weir.contracts.value;

/** A Cloud Connect Network, which joins the VPCs attached to it; its name is unique among them. */
public record NetworkSettings(Name name, Description description) {}
