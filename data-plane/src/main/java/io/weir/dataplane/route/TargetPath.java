package io.weir.dataplane.route;

import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.FrontPath;
import java.util.ArrayList;
import java.util.List;

/**
 * How the path of a request becomes the path sent to a node: one that stays below the back-end
 * path, whoever reads it, as the path of a request has no {@link DotSegments}.
 */
sealed interface TargetPath {
  /** The path of the request does not become a path below the back-end path. */
  int ESCAPES = -1;

  /**
   * Writes the path to send for the front-end path that {@code path} has from {@code from} to
   * {@code to}.
   *
   * @param out has room for {@link #maxLength} bytes from {@code at}
   * @return the end of what was written, or {@link #ESCAPES}
   */
  int write(byte[] path, int from, int to, byte[] out, int at);

  /** The most bytes that a front-end path of {@code length} bytes can become. */
  int maxLength(int length);

  /** How an API maps its paths. */
  static TargetPath of(ApiDefinition api) {
    FrontPath front = api.frontEnd().path();
    String back = api.backEnd().path().value();
    return switch (front.match()) {
      case EXACT -> new Fixed(Ascii.bytes(back));
      case PREFIX ->
          front.path().equals(back) ? Unchanged.INSTANCE : Appended.of(front.path(), back);
      case TEMPLATE ->
          back.contains("{") ? Filled.of(front.path(), back) : new Fixed(Ascii.bytes(back));
    };
  }

  /** Copies some bytes and returns the end of the copy. */
  private static int copy(byte[] from, int start, int end, byte[] to, int at) {
    System.arraycopy(from, start, to, at, end - start);
    return at + end - start;
  }

  /** The path as it is: front end and back end are the same. */
  enum Unchanged implements TargetPath {
    INSTANCE;

    @Override
    public int write(byte[] path, int from, int to, byte[] out, int at) {
      return copy(path, from, to, out, at);
    }

    @Override
    public int maxLength(int length) {
      return length;
    }
  }

  /** Always the same path. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fixed(byte[] back) implements TargetPath {
    @Override
    public int write(byte[] path, int from, int to, byte[] out, int at) {
      return copy(back, 0, back.length, out, at);
    }

    @Override
    public int maxLength(int length) {
      return back.length;
    }
  }

  /**
   * The matched part is cut off and the rest appended to the back-end path: front {@code /product}
   * with back {@code /shop} makes {@code /shop/a} of {@code /product/a}. A slash at the seam is
   * neither doubled nor lost. As the front-end path may end within a segment, the rest may begin
   * with dots that were none: {@code /product../a} with back {@code /shop/} would make {@code
   * /shop/../a}.
   *
   * @param cut how many bytes go; a final slash of the front-end path stays with the rest
   * @param seam where in the back-end path the segment begins that the rest continues
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Appended(int cut, byte[] back, int seam) implements TargetPath {
    static Appended of(String front, String back) {
      int cut = front.endsWith("/") ? front.length() - 1 : front.length();
      byte[] bytes = Ascii.bytes(back);
      return new Appended(cut, bytes, DotSegments.lastSegment(bytes, 0, bytes.length));
    }

    @Override
    public int write(byte[] path, int from, int to, byte[] out, int at) {
      int end = copy(back, 0, back.length, out, at);
      int rest = Math.min(from + cut, to);
      if (rest < to && path[rest] == '/' && back[back.length - 1] == '/') {
        rest++;
      }
      end = copy(path, rest, to, out, end);
      return DotSegments.isAt(out, at + seam, end) ? ESCAPES : end;
    }

    @Override
    public int maxLength(int length) {
      return back.length + length;
    }
  }

  /**
   * The parameters of the front-end path are put into the back-end path.
   *
   * @param literals the texts around the parameters, one more than there are parameters
   * @param segments which segment of the front-end path each parameter is, from 0
   * @param last the number of the front-end path's last segment, whose parameter takes all the rest
   * @param literalBytes how long the literals are together
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Filled(byte[][] literals, int[] segments, int last, int literalBytes)
      implements TargetPath {
    static Filled of(String front, String back) {
      List<String> frontSegments = List.of(front.substring(1).split("/", -1));
      List<byte[]> literals = new ArrayList<>();
      List<Integer> segments = new ArrayList<>();
      int done = 0;
      for (int open = back.indexOf('{'); open >= 0; open = back.indexOf('{', done)) {
        int close = back.indexOf('}', open) + 1;
        literals.add(Ascii.bytes(back.substring(done, open)));
        segments.add(frontSegments.indexOf(back.substring(open, close)));
        done = close;
      }
      literals.add(Ascii.bytes(back.substring(done)));
      return new Filled(
          literals.toArray(byte[][]::new),
          segments.stream().mapToInt(Integer::intValue).toArray(),
          frontSegments.size() - 1,
          literals.stream().mapToInt(literal -> literal.length).sum());
    }

    @Override
    public int write(byte[] path, int from, int to, byte[] out, int at) {
      int end = copy(literals[0], 0, literals[0].length, out, at);
      for (int i = 0; i < segments.length; i++) {
        end = writeSegment(path, from, to, segments[i], out, end);
        end = copy(literals[i + 1], 0, literals[i + 1].length, out, end);
      }
      return end;
    }

    private int writeSegment(byte[] path, int from, int to, int segment, byte[] out, int at) {
      int start = from + 1;
      for (int i = 0; i < segment; i++) {
        start = slash(path, start, to) + 1;
      }
      return copy(path, start, segment == last ? to : slash(path, start, to), out, at);
    }

    private static int slash(byte[] path, int from, int to) {
      int at = from;
      while (at < to && path[at] != '/') {
        at++;
      }
      return at;
    }

    /** No segment is put in twice, so all of them together are no longer than the path. */
    @Override
    public int maxLength(int length) {
      return literalBytes + length;
    }
  }
}
