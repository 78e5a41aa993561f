/** What every kind of object answers to POST, GET, PUT, PATCH and DELETE, written once. */
@NullMarked
package io.weir.rest.kind;

import org.jspecify.annotations.NullMarked;
