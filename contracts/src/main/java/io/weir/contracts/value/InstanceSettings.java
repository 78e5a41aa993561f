package io.weir.contracts.value;

/**
 * A dedicated instance: a group of replicas living in one VPC; its name is unique among instances.
 */
public record InstanceSettings(Name name, Description description, VpcId vpcId) {}
