package io.weir.contracts.value;

import java.security.SecureRandom;

/**
 * The one generator of new ids; it need not be secret, but no two processes may repeat each other.
 */
final class RandomSource {
  static final SecureRandom RANDOM = new SecureRandom();

  private RandomSource() {}
}
