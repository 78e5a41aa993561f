package io.weir.control.proof;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.LedgerKey;
import io.weir.contracts.image.Revision;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.proof.CheckpointSigner;
import io.weir.ledger.proof.NotSigningException;
import io.weir.ledger.quarkus.SignerBean;
import io.weir.rest.Answers;
import io.weir.rest.Fresh;
import io.weir.rest.Problem;
import io.weir.rest.ProblemCode;
import io.weir.rest.ProblemException;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.VerifierKey;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /v1/ledger/keys}: what checkpoints are signed with, and were. */
@Path("/v1/ledger/keys")
public class LedgerKeyResource {
  private final Reads reads;
  private final Writes writes;
  private final SignerBean signer;

  LedgerKeyResource(Reads reads, Writes writes, SignerBean signer) {
    this.reads = reads;
    this.writes = writes;
    this.signer = signer;
  }

  /**
   * A key.
   *
   * @param verifierKey its public part as a text that every tool for signed notes takes
   * @param timedKey the same for its signatures that say when
   * @param created the position of the event that named it
   * @param retired the position of the event that retired it, if one did
   */
  record View(
      String id, String verifierKey, String timedKey, long created, @Nullable Long retired) {
    static View of(GatewayImage image, LedgerKey key) {
      var verifier =
          new VerifierKey(
              Checkpoint.originOf(image.provenance().ledgerId()),
              KeyKind.NOTE,
              key.publicKey().value());
      Revision retired = key.retired();
      return new View(
          key.id().value(),
          verifier.toString(),
          verifier.as(KeyKind.COSIGNATURE).toString(),
          key.created().position(),
          retired == null ? null : retired.position());
    }

    static List<View> all(GatewayImage image) {
      return image.ledgerKeys().values().stream().map(key -> of(image, key)).toList();
    }
  }

  @GET
  public Uni<Response> list(@BeanParam Fresh fresh) {
    return reads
        .image(fresh)
        .map(image -> Answers.read(Map.of("items", View.all(image)), image.position()));
  }

  /** Puts a new key in the place of the one that signs, which is this process'. */
  @POST
  @Blocking
  public Uni<Response> rotate() {
    CheckpointSigner signing =
        signer
            .signer()
            .orElseThrow(
                () -> ProblemException.notFound("this process signs nothing, so it has no key"));
    return writes
        .append(
            rotation(signing),
            null,
            image ->
                new Answer(
                    201,
                    Json.MAPPER.valueToTree(Map.of("items", View.all(image))).toString(),
                    Map.of()))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(answer -> settle(signing));
  }

  private static Command rotation(CheckpointSigner signing) {
    try {
      return signing.rotation();
    } catch (NotSigningException e) {
      throw new ProblemException(
          Problem.of(ProblemCode.NOT_SIGNING, e.getMessage() + "; nothing was changed"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void settle(CheckpointSigner signing) {
    try {
      signing.settle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
