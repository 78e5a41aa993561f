package io.weir.contracts.topic;

import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.Recorded;

/** A recorded event, decoded. */
public record Entry(Recorded recorded, GatewayEvent event) {}
