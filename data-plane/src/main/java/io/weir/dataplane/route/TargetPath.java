package io.weir.dataplane.route;

import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.FrontPath;
import java.util.ArrayList;
import java.util.List;

/** How the path of a request becomes the path sent to a node. */
sealed interface TargetPath {
  /** The path to send for the front-end path that begins at {@code from} in {@code path}. */
  String of(String path, int from);

  /** How an API maps its paths. */
  static TargetPath of(ApiDefinition api) {
    FrontPath front = api.frontEnd().path();
    String back = api.backEnd().path().value();
    return switch (front.match()) {
      case EXACT -> new Fixed(back);
      case PREFIX -> Appended.of(front.path(), back);
      case TEMPLATE -> back.contains("{") ? Filled.of(front.path(), back) : new Fixed(back);
    };
  }

  /** Always the same path. */
  record Fixed(String back) implements TargetPath {
    @Override
    public String of(String path, int from) {
      return back;
    }
  }

  /**
   * The matched part is cut off and the rest appended to the back-end path: front {@code /product}
   * with back {@code /shop} makes {@code /shop/a} of {@code /product/a}. A slash at the seam is
   * neither doubled nor lost.
   *
   * @param cut how many characters go; a final slash of the front-end path stays with the rest
   */
  record Appended(int cut, String back, boolean backEndsWithSlash) implements TargetPath {
    static Appended of(String front, String back) {
      int cut = front.endsWith("/") ? front.length() - 1 : front.length();
      return new Appended(cut, back, back.endsWith("/"));
    }

    @Override
    public String of(String path, int from) {
      int rest = Math.min(from + cut, path.length());
      if (rest == path.length()) {
        return back;
      }
      boolean slash = path.charAt(rest) == '/';
      return back.concat(path.substring(slash && backEndsWithSlash ? rest + 1 : rest));
    }
  }

  /**
   * The parameters of the front-end path are put into the back-end path.
   *
   * @param literals the texts around the parameters, one more than there are parameters
   * @param segments which segment of the front-end path each parameter is, from 0
   * @param last the number of the front-end path's last segment, whose parameter takes all the rest
   */
  record Filled(List<String> literals, List<Integer> segments, int last) implements TargetPath {
    static Filled of(String front, String back) {
      List<String> frontSegments = List.of(front.substring(1).split("/", -1));
      List<String> literals = new ArrayList<>();
      List<Integer> segments = new ArrayList<>();
      int done = 0;
      for (int open = back.indexOf('{'); open >= 0; open = back.indexOf('{', done)) {
        int close = back.indexOf('}', open) + 1;
        literals.add(back.substring(done, open));
        segments.add(frontSegments.indexOf(back.substring(open, close)));
        done = close;
      }
      literals.add(back.substring(done));
      return new Filled(List.copyOf(literals), List.copyOf(segments), frontSegments.size() - 1);
    }

    @Override
    public String of(String path, int from) {
      StringBuilder target = new StringBuilder(path.length() + 16).append(literals.getFirst());
      for (int i = 0; i < segments.size(); i++) {
        appendSegment(target, path, from, segments.get(i));
        target.append(literals.get(i + 1));
      }
      return target.toString();
    }

    private void appendSegment(StringBuilder target, String path, int from, int segment) {
      int start = from + 1;
      for (int i = 0; i < segment; i++) {
        start = path.indexOf('/', start) + 1;
      }
      int end = segment == last ? -1 : path.indexOf('/', start);
      target.append(path, start, end < 0 ? path.length() : end);
    }
  }
}
