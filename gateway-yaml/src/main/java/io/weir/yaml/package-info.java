/**
 * Makes snapshot files for a replica that runs alone: from a running Weir, or from YAML, which is
 * read as the bodies that the REST API would be sent to make the same.
 */
@NullMarked
package io.weir.yaml;

import org.jspecify.annotations.NullMarked;
