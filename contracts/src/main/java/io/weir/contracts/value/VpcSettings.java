package io.weir.contracts.value;

/** A VPC: a private network that instances and upstreams live in; its name is unique among VPCs. */
public record VpcSettings(Name name, Description description) {}
