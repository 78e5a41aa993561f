package io.weir.dataplane.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;

/** Who encrypts: BoringSSL where its native library runs, as it is faster, else the JDK. */
public final class Provider {
  private static final SslProvider CHOSEN =
      OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK;

  private Provider() {}

  /** What is used, and if it is not the native library, why. */
  public static String describe() {
    return CHOSEN == SslProvider.OPENSSL
        ? OpenSsl.versionString()
        : "JDK (" + OpenSsl.unavailabilityCause() + ")";
  }

  static SslContextBuilder applyTo(SslContextBuilder builder) {
    return builder.sslProvider(CHOSEN).protocols("TLSv1.3", "TLSv1.2");
  }
}
