package io.weir.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.log.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tree and its proofs beside the public ones of transparency-dev/merkle. */
class VectorsTest {
  private static List<JsonNode> read(String name) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    try (var in =
        Objects.requireNonNull(VectorsTest.class.getResourceAsStream("/vectors/" + name))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          all.add(Json.MAPPER.readTree(line));
        }
      }
    }
    return all;
  }

  static List<JsonNode> inclusion() throws IOException {
    return read("inclusion.jsonl");
  }

  static List<JsonNode> consistency() throws IOException {
    return read("consistency.jsonl");
  }

  /** One that nothing leads to where the vector gives none. */
  private static Hash hash(JsonNode vector, String field) {
    return hash(vector.path(field).asText(), field);
  }

  private static Hash hash(String text, String otherwise) {
    byte[] bytes = Base64.getDecoder().decode(text);
    return bytes.length == 32
        ? Hash.fromBytes(bytes)
        : Hash.of("no hash: " + (bytes.length == 0 ? otherwise : text));
  }

  private static List<Hash> path(JsonNode vector) {
    List<Hash> path = new ArrayList<>();
    vector.path("proof").forEach(hash -> path.add(hash(hash.asText(), "proof")));
    return path;
  }

  @ParameterizedTest
  @MethodSource("inclusion")
  void anInclusionProofIsTakenOrRefusedAsElsewhere(JsonNode vector) {
    var proof =
        new InclusionProof(
            vector.path("leafIdx").longValue(), vector.path("treeSize").longValue(), path(vector));

    assertThat(proof.provesLeaf(hash(vector, "leafHash"), hash(vector, "root")))
        .as(vector.path("desc").asText())
        .isNotEqualTo(vector.path("wantErr").asBoolean());
  }

  @ParameterizedTest
  @MethodSource("consistency")
  void aConsistencyProofIsTakenOrRefusedAsElsewhere(JsonNode vector) {
    long from = vector.path("size1").longValue();
    var proof = new ConsistencyProof(from, vector.path("size2").longValue(), path(vector));

    assertThat(proof.proves(hash(vector, "root1"), hash(vector, "root2")))
        .as(vector.path("desc").asText())
        .isNotEqualTo(vector.path("wantErr").asBoolean());
  }

  @Test
  void rootsAreThoseOfCertificateTransparency() {
    String[] leaves = {
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f"
    };
    String[] roots = {
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    };
    CompactRange range = CompactRange.empty();
    for (int size = 0; size <= leaves.length; size++) {
      assertThat(range.root().hex()).isEqualTo(roots[size]);
      if (size < leaves.length) {
        range.appendLeaf(Merkle.leafBytes(HexFormat.of().parseHex(leaves[size])));
      }
    }
  }
}
