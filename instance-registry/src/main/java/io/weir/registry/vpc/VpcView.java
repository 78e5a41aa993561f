package io.weir.registry.vpc;

import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;

/**
 * A VPC as clients see it.
 *
 * @param version its entity tag
 * @param position of the event that gave it its present value
 */
public record VpcView(
    VpcId id, Name name, Description description, long version, long position, String changedAt) {
  static VpcView of(Vpc vpc) {
    var settings = vpc.settings();
    return new VpcView(
        vpc.id(),
        settings.name(),
        settings.description(),
        vpc.revision().version(),
        vpc.revision().position(),
        vpc.revision().at().toString());
  }
}
