package io.weir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir key create}: makes a key, and shows its secret this one time. */
@Command(
    name = "create",
    description = "Makes an API key. Its secret is printed once, and kept nowhere.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class KeyCreateCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})([mhd])");

  @Mixin private Management management;

  @Parameters(paramLabel = "NAME", description = "What events call whoever uses the key.")
  private String name;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "viewer, auditor, operator or admin.")
  private String role;

  @Option(
      names = "--scope",
      paramLabel = "ID",
      arity = "1..*",
      description =
          "VPCs, dedicated instances and services that an operator may change; all unless given.")
  private @Nullable List<String> scope;

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      description =
          "In 30m, 12h or 90d, or at a time such as 2027-01-31T12:00:00Z; never unless given.")
  private @Nullable String expires;

  @Option(names = "--json", description = "Prints what the API answers, the secret in it.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ObjectNode body =
        JSON.createObjectNode().put("name", name).put("role", role.toUpperCase(Locale.ROOT));
    if (scope != null) {
      scope.forEach(body.putArray("scope")::add);
    }
    if (expires != null) {
      body.put("expiresAt", expiry(expires));
    }
    JsonNode made = management.post("/v1/keys", body);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(made);
    } else {
      out.println(made.path("key").asText());
      spec.commandLine()
          .getErr()
          .println(
              "%s is made. Keep the line above: it is shown this one time."
                  .formatted(made.path("id").asText()));
      spec.commandLine().getErr().flush();
    }
    out.flush();
    return 0;
  }

  private String expiry(String text) {
    Matcher in = TIME.matcher(text);
    if (in.matches()) {
      long number = Long.parseLong(in.group(1));
      Duration time =
          switch (in.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          };
      return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS).toString();
    }
    if (!text.endsWith("Z")) {
      throw new ParameterException(
          spec.commandLine(),
          "--expires is a time such as 30m, 12h, 90d or 2027-01-31T12:00:00Z, not " + text);
    }
    return text;
  }
}
