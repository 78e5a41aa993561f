package io.weir.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RadixTreeTest {
  private static String get(RadixTree<String> tree, String text) {
    byte[] bytes = Ascii.bytes("<" + text + ">");
    return tree.get(bytes, 1, bytes.length - 1);
  }

  /** Each text is put in if it is not there and taken out if it is. */
  @Property(tries = 500)
  void behavesLikeAnyMap(@ForAll("texts") List<String> flips, @ForAll("texts") List<String> asked) {
    RadixTree<String> tree = RadixTree.empty();
    Map<String, String> reference = new HashMap<>();
    for (String text : flips) {
      boolean there = reference.remove(text) != null;
      if (!there) {
        reference.put(text, "value of " + text);
      }
      tree = tree.with(Ascii.bytes(text), there ? null : "value of " + text);
    }
    assertThat(tree.isEmpty()).isEqualTo(reference.isEmpty());
    for (String text : asked) {
      assertThat(get(tree, text)).isEqualTo(reference.get(text));
    }
    for (String text : flips) {
      assertThat(get(tree, text)).isEqualTo(reference.get(text));
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings().withChars("ab/").ofMaxLength(6).list().ofMaxSize(40);
  }

  @Test
  void aChangeLeavesTheOriginalAloneAndSharesTheOtherBranches() {
    RadixTree<String> before =
        RadixTree.<String>empty()
            .with(Ascii.bytes("/pets"), "pets")
            .with(Ascii.bytes("/cats"), "cats");
    RadixTree<String> after = before.with(Ascii.bytes("/pets/7"), "seven");
    assertThat(get(before, "/pets/7")).isNull();
    assertThat(get(after, "/pets/7")).isEqualTo("seven");
    byte[] path = Ascii.bytes("/cats");
    RadixTree<String> root = before.next(path, 0, path.length);
    RadixTree<String> newRoot = after.next(path, 0, path.length);
    assertThat(newRoot).isNotSameAs(root);
    assertThat(newRoot.next(path, 1, path.length)).isSameAs(root.next(path, 1, path.length));
  }

  @Test
  void whatIsTakenOutLeavesNothingBehind() {
    RadixTree<String> tree =
        RadixTree.<String>empty().with(Ascii.bytes("/a/b"), "b").with(Ascii.bytes("/a/c"), "c");
    RadixTree<String> one = tree.with(Ascii.bytes("/a/c"), null);
    byte[] path = Ascii.bytes("/a/b");
    assertThat(one.next(path, 0, path.length).length()).isEqualTo(path.length);
    assertThat(one.with(path, null).isEmpty()).isTrue();
  }
}
