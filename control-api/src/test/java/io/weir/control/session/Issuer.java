package io.weir.control.session;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * An issuer of OpenID Connect tokens that logs everybody in as {@link #person} and gives a token
 * for a code once, to who shows what its challenge was made from (RFC 7636).
 */
public final class Issuer implements QuarkusTestResourceLifecycleManager {
  static final String CLIENT = "weir-console";
  static final String AUDIENCE = "weir-api";
  static final String SECRET = "a secret of more than thirty-two characters";

  private static final RsaJsonWebKey KEY = key("here");
  private static String url = "";

  /** What the next one who logs in is said to be. */
  static volatile Consumer<JwtClaims> person = claims -> {};

  /** What a code was given for. */
  private record Asked(String challenge, String nonce, String redirect) {}

  private final Map<String, Asked> codes = new ConcurrentHashMap<>();
  private @Nullable HttpServer server;

  static RsaJsonWebKey key(String id) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(id);
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      key.setUse("sig");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static String url() {
    return url;
  }

  /** A token for programs, with what is right unless {@code said} changes it. */
  public static String token(Consumer<JwtClaims> said) {
    return token(KEY, said);
  }

  static String token(RsaJsonWebKey key, Consumer<JwtClaims> said) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(url);
    claims.setAudience(AUDIENCE);
    claims.setSubject("3f1e");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setStringClaim("preferred_username", "ada");
    said.accept(claims);
    JsonWebSignature signed = new JsonWebSignature();
    signed.setPayload(claims.toJson());
    signed.setKey(key.getPrivateKey());
    signed.setKeyIdHeaderValue(key.getKeyId());
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return signed.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Consumer<JwtClaims> roles(String... roles) {
    return claims -> claims.setStringListClaim("roles", roles);
  }

  static NumericDate anHourAgo() {
    return NumericDate.fromSeconds(NumericDate.now().getValue() - 3600);
  }

  @Override
  public Map<String, String> start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      url = "http://127.0.0.1:" + started.getAddress().getPort();
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.createContext(
          "/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
      started.createContext(
          "/keys", exchange -> answer(exchange, 200, "{\"keys\":[%s]}".formatted(KEY.toJson())));
      started.createContext("/authorize", this::authorize);
      started.createContext("/token", this::exchange);
      started.start();
      server = started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "weir.oidc.issuer", url,
        "weir.oidc.audience", AUDIENCE,
        "weir.oidc.client.id", CLIENT,
        "weir.oidc.client.secret", SECRET);
  }

  private static String metadata() {
    return """
    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
     "jwks_uri": "%1$s/keys", "code_challenge_methods_supported": ["S256"]}
    """
        .formatted(url);
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
    if (!"S256".equals(asked.get("code_challenge_method")) || !asked.containsKey("nonce")) {
      answer(exchange, 400, "{\"error\":\"invalid_request\"}");
      return;
    }
    String code = UUID.randomUUID().toString();
    String redirect = asked.getOrDefault("redirect_uri", "");
    codes.put(
        code,
        new Asked(
            asked.getOrDefault("code_challenge", ""), asked.getOrDefault("nonce", ""), redirect));
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            "%s?code=%s&state=%s"
                .formatted(
                    redirect,
                    code,
                    URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8)));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> given = form(body);
    Asked asked = codes.remove(given.getOrDefault("code", ""));
    String secret =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    boolean right =
        asked != null
            && shown != null
            && URLDecoder.decode(basic(shown), StandardCharsets.UTF_8)
                .equals(URLDecoder.decode(basic(secret), StandardCharsets.UTF_8))
            && challenge(given.getOrDefault("code_verifier", "")).equals(asked.challenge())
            && asked.redirect().equals(given.get("redirect_uri"));
    if (!right) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String nonce = Objects.requireNonNull(asked).nonce();
    String id =
        token(
            claims -> {
              claims.setAudience(CLIENT);
              claims.setStringClaim("nonce", nonce);
              person.accept(claims);
            });
    answer(
        exchange,
        200,
        "{\"access_token\":\"%s\",\"id_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
            .formatted(token(person), id));
  }

  private static String basic(String header) {
    return new String(
        Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : Arrays.asList(text.split("&", -1))) {
      List<String> sides = Arrays.asList(pair.split("=", 2));
      form.put(
          sides.getFirst(),
          URLDecoder.decode(sides.size() > 1 ? sides.get(1) : "", StandardCharsets.UTF_8));
    }
    return form;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void stop() {
    HttpServer running = server;
    if (running != null) {
      running.stop(0);
    }
  }
}
