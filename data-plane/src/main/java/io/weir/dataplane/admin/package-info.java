/** What operators and probes ask a replica: health, replica, route table, metrics. */
@NullMarked
package io.weir.dataplane.admin;

import org.jspecify.annotations.NullMarked;
