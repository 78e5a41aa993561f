/** What operators and probes ask a node: health, replica, route table, metrics. */
@NullMarked
package io.weir.dataplane.admin;

import org.jspecify.annotations.NullMarked;
