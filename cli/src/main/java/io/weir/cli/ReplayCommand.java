package io.weir.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.image.Snapshot;
import io.weir.transparency.verify.Finding;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir replay}: the configuration made again from its events, and its hash. */
@Command(
    name = "replay",
    description = {
      "Makes the configuration again from its events, proving the chain on the way.",
      "Needs no running Weir but what it reads from."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the image is printed",
      "1:the history is wrong; the first position that is, and what, are named",
      "2:wrong arguments, or nothing to read"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ReplayCommand extends HistoryCommand {
  private static final long OFFSET_UNKNOWN = -1;

  @Option(
      names = "--to",
      paramLabel = "N",
      description = "The position to end at, or before within a command (default: all there is).")
  private @Nullable Long to;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also writes the image as a snapshot file, for data-plane --snapshot.")
  private @Nullable Path file;

  @Override
  int run() throws IOException {
    long last = to == null ? Long.MAX_VALUE : to;
    if (last < 1) {
      throw new IOException("--to must be a position, from 1");
    }
    Fold fold = new Fold(last);
    Optional<Finding> finding =
        read((history, progress) -> Optional.ofNullable(fold.over(history, progress)));
    PrintWriter out = out();
    if (finding.isPresent()) {
      tell(out, finding.get());
      return 1;
    }
    GatewayImage image = fold.image();
    if (image == null) {
      throw new IOException("there is no event to replay");
    }
    if (to != null && fold.proven() < last) {
      throw new IOException(
          "there is no event %d: the last is event %d".formatted(last, fold.proven()));
    }
    if (file != null) {
      write(image, file);
    }
    tell(out, image, fold.left());
    return 0;
  }

  private void tell(PrintWriter out, Finding finding) {
    if (asJson()) {
      ObjectNode all = JSON.createObjectNode();
      put(all, finding);
      out.println(all);
    } else {
      out.println(line(finding));
    }
    out.flush();
  }

  private void tell(PrintWriter out, GatewayImage image, @Nullable String left) {
    ImageHash hash = ImageHash.of(image);
    Map<String, Integer> counts = Counts.of(image);
    if (asJson()) {
      ObjectNode all = JSON.createObjectNode();
      all.put("ledgerId", image.provenance().ledgerId().toString())
          .put("position", image.position())
          .put("at", image.provenance().at().toString())
          .put("hash", image.provenance().hash().hex())
          .put("imageFormat", hash.format())
          .put("imageHash", hash.hash().hex());
      counts.forEach(all.putObject("counts")::put);
      if (left != null) {
        all.put("left", left);
      }
      out.println(all);
    } else {
      out.println("ledger    " + image.provenance().ledgerId());
      out.println("position  %d, at %s".formatted(image.position(), image.provenance().at()));
      out.println("event     " + image.provenance().hash());
      out.println("image     %s (%s)".formatted(hash.hash(), hash.format()));
      counts.forEach((kind, count) -> out.println("%8d  %s".formatted(count, kind)));
      if (left != null) {
        out.println("left out  " + left);
      }
      if (file != null) {
        out.println("written   " + file);
      }
    }
    out.flush();
  }

  /** Complete or absent, never half of it. */
  private static void write(GatewayImage image, Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 64 * 1024)) {
        new Snapshot(image, OFFSET_UNKNOWN).write(out);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw new IOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
