package io.weir.rest;

import io.weir.contracts.content.InvalidContentException;
import java.util.HashMap;
import java.util.Map;

/**
 * Ends a request with a problem; carries no stack trace, because it tells of the request and not of
 * the server.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  /** Ends the request with {@code problem} and additional response headers. */
  public ProblemException(Problem problem, Map<String, String> headers) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.headers = Map.copyOf(headers);
  }

  /** Ends the request with {@code problem}. */
  public ProblemException(Problem problem) {
    this(problem, Map.of());
  }

  /** 404: there is no such object. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(Problem.of(ProblemCode.NOT_FOUND, detail));
  }

  /** 503, with the seconds after which another try makes sense. */
  public static ProblemException retryLater(ProblemCode code, String detail, int seconds) {
    return new ProblemException(
        Problem.of(code, detail), Map.of("Retry-After", Integer.toString(seconds)));
  }

  /** 400 with everything that is wrong. */
  static ProblemException invalid(InvalidContentException e) {
    return new ProblemException(
        Problem.of(ProblemCode.VALIDATION_FAILED, String.valueOf(e.getMessage()), e.violations()));
  }

  /** The same, as of {@code position}. */
  public ProblemException at(long position) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(Answers.POSITION, Long.toString(position));
    return new ProblemException(problem, more);
  }

  /** What the client is told. */
  public Problem problem() {
    return problem;
  }

  /** Headers the answer carries besides. */
  public Map<String, String> headers() {
    return headers;
  }
}
