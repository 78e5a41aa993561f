package io.weir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.content.Violation;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  @Test
  void allRefusalsAreListedUnderTheGravest() {
    Problem problem =
        Refusals.problem(
            List.of(
                Refusal.of(RefusalCode.NAME_TAKEN, "the name is taken", "vpc-aaaaaaaa"),
                Refusal.at("/vpcId", RefusalCode.UNKNOWN_VPC, "there is no such VPC"),
                Refusal.of(RefusalCode.PRECONDITION_FAILED, "too late", "vpc-aaaaaaaa")));
    assertThat(problem.status()).isEqualTo(412);
    assertThat(problem.code()).isEqualTo("PRECONDITION_FAILED");
    assertThat(problem.errors())
        .extracting(Violation::code)
        .containsExactly("NAME_TAKEN", "UNKNOWN_VPC", "PRECONDITION_FAILED");
    assertThat(problem.errors().get(1).pointer()).isEqualTo("/vpcId");
    assertThat(problem.related()).containsExactly("vpc-aaaaaaaa");
    assertThat(problem.json())
        .contains("\"type\":\"urn:weir:problem:precondition-failed\"")
        .contains("\"title\":\"Precondition failed\"")
        .doesNotContain("null");
  }

  @Test
  void everyRefusalIsAClientError() {
    for (RefusalCode code : RefusalCode.values()) {
      assertThat(Refusals.status(code)).as(code.name()).isIn(400, 403, 404, 409, 412, 422);
    }
  }
}
