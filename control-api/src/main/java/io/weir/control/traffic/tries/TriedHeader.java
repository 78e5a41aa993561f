package io.weir.control.traffic.tries;

import io.weir.contracts.content.Fields;
import io.weir.contracts.value.InvalidValueException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One header line of a try: nothing that is between two neighbours only (RFC 9110, 7.6.1), that
 * says for whom a request is made, or that the try says itself. A replica may trust this service as
 * a proxy, and would believe it.
 */
record TriedHeader(String name, String value) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_VALUE = 8 * 1024;
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("([!-~]([ \\t!-~]*[!-~])?)?");

  private static final Set<String> OUR_OWN =
      Set.of("host", "x-request-id", "content-length", "expect", "http2-settings");

  private static final Set<String> BETWEEN_NEIGHBOURS =
      Set.of("connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "via");

  /** As the page on forwarding lists them. */
  private static final Set<String> FORWARDING =
      Set.of(
          "x-real-ip",
          "x-client-ip",
          "client-ip",
          "true-client-ip",
          "x-cluster-client-ip",
          "x-remote-ip",
          "x-remote-addr",
          "fastly-client-ip",
          "x-rewrite-url",
          "x-url-scheme",
          "x-scheme",
          "x-host",
          "x-ssl",
          "x-arr-ssl",
          "x-azure-clientip",
          "front-end-https");

  private static final Pattern FORWARDING_FAMILIES =
      Pattern.compile(
          "(x-forwarded|forwarded|proxy-|x-proxyuser-|cf-connecting-|x-appengine-|x-envoy-|x-original-"
              + "|weir-(?!debug$)).*");

  /** Reads one. */
  static TriedHeader read(Fields fields) {
    var name = fields.text("name", TriedHeader::name).required();
    var value = fields.text("value", TriedHeader::value).required();
    return fields.build(() -> new TriedHeader(name.get(), value.get()));
  }

  int size() {
    return name.length() + value.length();
  }

  private static String name(String text) {
    if (text.length() > LONGEST_NAME || !TOKEN.matcher(text).matches()) {
      throw new InvalidValueException(
          "must be the name of a header (RFC 9110), at most " + LONGEST_NAME + " characters");
    }
    // some readers take x_forwarded_for and x.forwarded.for for the same
    String known = text.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
    if (OUR_OWN.contains(known)) {
      throw new InvalidValueException("must not be a header that a try sets itself");
    }
    if (BETWEEN_NEIGHBOURS.contains(known)) {
      throw new InvalidValueException("must not be a header of one connection");
    }
    if (FORWARDING.contains(known) || FORWARDING_FAMILIES.matcher(known).matches()) {
      throw new InvalidValueException("must not be a header that tells for whom a request is made");
    }
    return text;
  }

  private static String value(String text) {
    if (text.length() > LONGEST_VALUE || !VALUE.matcher(text).matches()) {
      throw new InvalidValueException(
          "must be at most %d visible ASCII characters, with spaces between them"
              .formatted(LONGEST_VALUE));
    }
    return text;
  }
}
