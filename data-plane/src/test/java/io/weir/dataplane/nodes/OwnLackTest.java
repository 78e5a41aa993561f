package io.weir.dataplane.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelException;
import io.netty.channel.unix.Errors;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnLackTest {
  @ParameterizedTest
  @ValueSource(ints = {12, 23, 24, 99, 105})
  void filesPortsAndMemoryAreOurs(int errno) {
    IOException numbered = new Errors.NativeIoException("socket", -errno);
    assertThat(OwnLack.behind(numbered)).isNotNull();
    assertThat(OwnLack.behind(new ChannelException(numbered))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 104, 110, 111, 113})
  void whatTheNetworkOrTheNodeSaysIsNot(int errno) {
    assertThat(OwnLack.behind(new Errors.NativeIoException("connect", -errno))).isNull();
  }

  @Test
  void withoutNumbersTheWordsTell() {
    assertThat(OwnLack.behind(new BindException("Cannot assign requested address: /10.0.0.1:80")))
        .isNotNull();
    assertThat(OwnLack.behind(new ChannelException("x", new IOException("Too many open files"))))
        .isEqualTo("Too many open files");
    assertThat(OwnLack.behind(new OutOfMemoryError("Direct buffer memory"))).isNotNull();
    assertThat(OwnLack.behind(new ConnectException("Connection refused"))).isNull();
    assertThat(OwnLack.behind(new NoRouteToHostException("No route to host"))).isNull();
    assertThat(OwnLack.behind(new IOException((String) null))).isNull();
  }
}
