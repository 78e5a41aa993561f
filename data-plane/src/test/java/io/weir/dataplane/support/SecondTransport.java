package io.weir.dataplane.support;

import io.vertx.core.VertxOptions;
import io.weir.dataplane.SocketTransport;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves a second run, on io_uring, out where the kernel makes no rings. The build registers it for
 * that run only.
 */
public final class SecondTransport implements ExecutionCondition {
  private static final ConditionEvaluationResult VERDICT = verdict();

  private static ConditionEvaluationResult verdict() {
    try {
      SocketTransport.io_uring.start(new VertxOptions().setEventLoopPoolSize(2)).vertx().close();
      return ConditionEvaluationResult.enabled("rings can be made");
    } catch (IllegalArgumentException e) {
      return ConditionEvaluationResult.disabled("no rings can be made: " + e.getMessage());
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return VERDICT;
  }
}
