/**
 * The OpenAPI documents, made of what the resources are and of what {@code src/main/openapi} says
 * of them.
 */
@NullMarked
package io.weir.rest.openapi;

import org.jspecify.annotations.NullMarked;
