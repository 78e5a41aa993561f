/**
 * From a request's host, path and method to the API that answers it, at one position of the ledger.
 */
@NullMarked
package io.weir.dataplane.route;

import org.jspecify.annotations.NullMarked;
