/**
 * The published contract - schemas, golden files, AsyncAPI, documentation - is what the code does.
 */
@NullMarked
package io.weir.contracts.schema;

import org.jspecify.annotations.NullMarked;
