/** What holds for every port that answers operators, whatever it serves. */
@NullMarked
package io.weir.testing.service;

import org.jspecify.annotations.NullMarked;
