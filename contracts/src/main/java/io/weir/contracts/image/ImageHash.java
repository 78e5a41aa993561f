package io.weir.contracts.image;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.weir.contracts.codec.CanonicalJson;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * What tells one image from another in 32 bytes: equal images have equal hashes in every process,
 * however each came to its image. It costs about as much as writing a snapshot, so never on a path
 * that somebody waits on.
 *
 * @param format of the text that is hashed; hashes of two formats cannot be compared
 * @param position of the image
 */
public record ImageHash(String format, long position, Hash hash) {
  /**
   * The format of this build. It gets another name with whatever makes another text of the same
   * image: a new version of a type, an optional field that is written where nothing was.
   */
  public static final String FORMAT = "weir-image-2";

  private record Header(String at, String format, Hash hash, UUID ledgerId, long position) {}

  private record Line(
      String at, @JsonRawValue String data, long position, String type, long version) {}

  /** The hash of an image. */
  public static ImageHash of(GatewayImage image) {
    MessageDigest digest = Hash.sha256();
    Provenance of = image.provenance();
    update(digest, new Header(of.at().toString(), FORMAT, of.hash(), of.ledgerId(), of.position()));
    ImageWriter.write(image, (revision, event) -> update(digest, line(revision, event)));
    return new ImageHash(FORMAT, of.position(), Hash.fromBytes(digest.digest()));
  }

  private static Line line(Revision revision, GatewayEvent event) {
    return new Line(
        revision.at().toString(),
        CanonicalJson.of(event),
        revision.position(),
        EventTypes.nameOf(event),
        revision.version());
  }

  private static void update(MessageDigest digest, Object line) {
    digest.update((CanonicalJson.of(line) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
