package io.weir.rest;

import io.weir.contracts.content.Violation;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the ledger refuses, as a problem. */
public final class Refusals {
  /**
   * A client learns first that the object is gone, or is not his to change, then that it is stale,
   * then that a reference or a rule is in the way.
   */
  private static final List<Integer> ORDER = List.of(404, 403, 412, 400, 422, 409);

  private static final int RELATED = 100;

  private Refusals() {}

  /** The HTTP status of a refusal. */
  public static int status(RefusalCode code) {
    return switch (code) {
      case VALIDATION_FAILED -> 400;
      case NOT_FOUND -> 404;
      case OUT_OF_SCOPE -> 403;
      case PRECONDITION_FAILED -> 412;
      case UNKNOWN_VPC, UNKNOWN_UPSTREAM, UNKNOWN_INSTANCE, UNKNOWN_RELEASE -> 422;
      case NAME_TAKEN,
          PATH_TAKEN,
          DOMAIN_TAKEN,
          IN_USE,
          SHARED_INSTANCE,
          VPC_NOT_CONNECTED,
          NOTHING_TO_RELEASE,
          CHANGED_SINCE,
          LIMIT_EXCEEDED ->
          409;
    };
  }

  /**
   * All refusals of one command in one problem, which has the code and status of the gravest; at
   * least one refusal.
   */
  public static Problem problem(List<Refusal> refusals) {
    Refusal gravest =
        refusals.stream()
            .min(Comparator.comparingInt(refusal -> ORDER.indexOf(status(refusal.code()))))
            .orElseThrow();
    List<Violation> errors = new ArrayList<>();
    Set<String> related = new LinkedHashSet<>();
    for (Refusal refusal : refusals) {
      errors.add(
          new Violation(
              refusal.pointer(),
              null,
              null,
              refusal.code() == RefusalCode.VALIDATION_FAILED ? null : refusal.code().name(),
              refusal.detail(),
              refusal.related(),
              refusal.changed()));
      related.addAll(refusal.related());
    }
    String detail = refusals.stream().map(Refusals::sentence).collect(Collectors.joining("; "));
    return Problem.of(
        gravest.code().name(),
        status(gravest.code()),
        detail,
        errors,
        related.stream().limit(RELATED).toList());
  }

  /** A rule is told as a sentence, what is wrong with a value needs its place. */
  private static String sentence(Refusal refusal) {
    return refusal.code() == RefusalCode.VALIDATION_FAILED
        ? refusal.pointer() + " " + refusal.detail()
        : refusal.detail();
  }
}
