package io.weir.standalone.platform;

import io.weir.standalone.process.Health;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Ready when a GET answers 200 within two seconds. */
record HttpHealth(URI uri) implements Health {

  private static final int TIMEOUT_MILLIS = 2000;

  @Override
  public boolean ready() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setUseCaches(false);
    try {
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } finally {
      connection.disconnect();
    }
  }
}
