package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certificate that the JDK's keytool made, with its key, as PEM files. */
record Certificate(Path certificate, Path key) {
  private static final String NAME = "bench";
  private static final String PASSWORD = "benchmark";

  /** The certificate of a directory, made if it is not there yet. */
  static Certificate in(Path directory) throws IOException, InterruptedException {
    Certificate files =
        new Certificate(directory.resolve(NAME + ".crt"), directory.resolve(NAME + ".key"));
    if (!Files.exists(files.key)) {
      Path store = directory.resolve("bench.p12");
      make(store);
      files.write(store);
    }
    return files;
  }

  /** What the files are called without their ending. */
  String name() {
    return NAME;
  }

  private static void make(Path store) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    NAME,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=" + Site.HOST,
                    "-ext",
                    "SAN=dns:" + Site.HOST + ",dns:localhost,ip:127.0.0.1",
                    "-validity",
                    "30",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool makes no certificate");
    }
  }

  private void write(Path store) throws IOException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      pem(certificate, "CERTIFICATE", keys.getCertificate(NAME).getEncoded());
      pem(key, "PRIVATE KEY", keys.getKey(NAME, PASSWORD.toCharArray()).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static void pem(Path file, String type, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, lines, type));
  }
}
