package io.weir.contracts.image;

import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;

/** A custom domain as it is. */
public record CustomDomain(Domain domain, DomainSettings settings, Revision revision) {}
