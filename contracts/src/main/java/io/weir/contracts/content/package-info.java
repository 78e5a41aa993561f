/**
 * What a caller decides about each kind of object, read from JSON with every violation; requests
 * and configuration files are read alike.
 */
@NullMarked
package io.weir.contracts.content;

import org.jspecify.annotations.NullMarked;
