package io.weir.control.domain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;

/**
 * A custom domain as clients see it.
 *
 * @param version its entity tag
 * @param position of the event that gave it its present value
 */
public record DomainView(
    Domain domain,
    @JsonUnwrapped DomainSettings settings,
    long version,
    long position,
    String changedAt) {
  static DomainView of(CustomDomain domain) {
    return new DomainView(
        domain.domain(),
        domain.settings(),
        domain.revision().version(),
        domain.revision().position(),
        domain.revision().at().toString());
  }
}
