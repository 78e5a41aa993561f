/** Callers whom an issuer of OpenID Connect tokens knows, by {@code WEIR_OIDC_ISSUER}. */
@NullMarked
package io.weir.guard.oidc;

import org.jspecify.annotations.NullMarked;
