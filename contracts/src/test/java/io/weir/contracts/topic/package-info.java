/** Tests of reading the topic. */
@NullMarked
package io.weir.contracts.topic;

import org.jspecify.annotations.NullMarked;
