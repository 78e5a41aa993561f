package io.weir.control.traffic.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.control.traffic.RouteFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Filters compare exactly and narrow together: each is what it is, whatever the others are. */
class RequestFilterTest {
  private static final Instant NOW = Instant.parse("2026-11-30T11:20:42Z");
  private static final Random RANDOM = new Random(11);

  private static final List<@Nullable String> SERVICES =
      texts("service-00000001", "service-00000002", null);
  private static final List<@Nullable String> NODES = texts("10.0.0.1:80", "10.0.0.2:80", null);
  private static final List<@Nullable String> STATUSES = texts("200", "503", "5xx", "2xx", null);
  private static final List<@Nullable String> FAILURES = texts("TIMEOUT", "NO_ROUTE", null);
  private static final List<@Nullable String> METHODS = texts("GET", "POST", null);

  private static List<@Nullable String> texts(@Nullable String... values) {
    return Arrays.asList(values);
  }

  private static <T> T any(List<T> of) {
    return of.get(RANDOM.nextInt(of.size()));
  }

  private static KeptRequest request(int i) {
    ObjectNode line = LogLine.of("id-" + i, NOW.minusSeconds(RANDOM.nextInt(10)));
    line.remove("attempts");
    for (int attempt = 0; attempt < RANDOM.nextInt(3); attempt++) {
      LogLine.attempt(line, "10.0.0." + (1 + RANDOM.nextInt(2)) + ":80", "answered", 200);
    }
    line.put("status", any(List.of(200, 201, 404, 500, 503)))
        .put("method", any(List.of("GET", "POST")))
        .put("micros", RANDOM.nextInt(3) * 1_000);
    String failure = any(FAILURES);
    String service = any(SERVICES);
    if (failure != null) {
      line.put("failure", failure);
    }
    return AccessLine.read(
        "r-" + RANDOM.nextInt(2),
        service == null
            ? line
            : LogLine.routed(line, service, "api-00000001", "upstream-00000001"));
  }

  /** What a request says, and whether it is what is asked. */
  private static <T> boolean fits(
      @Nullable T asked, KeptRequest request, BiFunction<KeptRequest, T, Boolean> is) {
    return asked == null || is.apply(request, asked);
  }

  @Test
  void aRequestIsTakenIfEachFilterTakesItAlone() {
    List<KeptRequest> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(request(i));
    }
    int taken = 0;
    for (int i = 0; i < 2_000; i++) {
      String service = any(SERVICES);
      String replica = any(texts("r-0", "r-1", null));
      String node = any(NODES);
      String status = any(STATUSES);
      String failure = any(FAILURES);
      String method = any(METHODS);
      long micros = RANDOM.nextInt(3) * 1_000L;
      Instant since = RANDOM.nextBoolean() ? null : NOW.minusSeconds(RANDOM.nextInt(10));
      Instant until = RANDOM.nextBoolean() ? null : NOW.minusSeconds(RANDOM.nextInt(10));
      var filter =
          new RequestFilter(
              new RouteFilter(service, null, null, null, replica),
              null,
              node,
              status,
              failure,
              method,
              micros,
              since,
              until);
      for (KeptRequest request : all) {
        boolean expected =
            fits(service, request, (one, asked) -> asked.equals(one.serviceId()))
                && fits(replica, request, (one, asked) -> asked.equals(one.place().replicaId()))
                && fits(node, request, (one, asked) -> says(one, "/attempts").contains(asked))
                && fits(status, request, (one, asked) -> status(one).matches(pattern(asked)))
                && fits(failure, request, (one, asked) -> asked.equals(one.failure()))
                && fits(method, request, (one, asked) -> says(one, "/method").contains(asked))
                && request.tree().get("micros").asLong() >= micros
                && fits(since, request, (one, asked) -> !one.place().at().isBefore(asked))
                && fits(until, request, (one, asked) -> one.place().at().isBefore(asked));
        assertThat(filter.takes(request)).as("%s %s", filter, request.tree()).isEqualTo(expected);
        taken += expected ? 1 : 0;
      }
    }
    assertThat(taken).isGreaterThan(1_000);
  }

  private static String says(KeptRequest request, String pointer) {
    return request.tree().at(pointer).toString();
  }

  private static String status(KeptRequest request) {
    return says(request, "/status");
  }

  private static String pattern(String asked) {
    return asked.replace("xx", "..");
  }
}
