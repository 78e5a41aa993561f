package io.weir.dataplane.matrix;

import io.weir.dataplane.exchange.Failure;
import io.weir.dataplane.matrix.NodeBehaviour.Blame;
import io.weir.dataplane.matrix.NodeBehaviour.Fate;
import io.weir.dataplane.support.script.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one rule for all: a client gets a node's message whole and unmixed with another's, or a
 * failure that it can see; what else is asked on its connection is answered right; and a node is
 * blamed for what it did.
 */
final class Judge {
  private static final Pattern CODE =
      Pattern.compile("\\{\"code\":\"([A-Z_]+)\",\"message\":\"[^\"]+\",\"requestId\":\"[^\"]+\"}");

  private final Cell cell;
  private final List<String> complaints = new ArrayList<>();

  Judge(Cell cell) {
    this.cell = cell;
  }

  List<String> complaints() {
    return complaints;
  }

  void complain(String what) {
    complaints.add(what);
  }

  void talk(Talk talk, Ask first, Ask second) {
    first(talk.first(), first);
    second(talk, second);
  }

  private void first(Got got, Ask ask) {
    String by = answeredBy(got, ask, "first");
    boolean failed = got instanceof Got.Broken || by.equals("gateway");
    switch (cell.outcome().fate()) {
      case WHOLE -> {
        if (failed) {
          complain("the node's whole answer did not arrive: " + got + text(got));
        }
      }
      case EITHER -> {}
      case CUT -> {
        if (by.equals("bad")) {
          complain("what was cut arrived as if whole: " + got);
        }
      }
    }
    boolean nothingCame = cell.outcome().name().startsWith("nothing");
    if (failed
        && cell.outcome().fate() == Fate.CUT
        && nothingCame
        && cell.two()
        && cell.repeatable()) {
      complain("the other node would have answered: " + got + text(got));
    }
  }

  private void second(Talk talk, Ask ask) {
    Got got = talk.second();
    if (got == null) {
      return;
    }
    String by = answeredBy(got, ask, "second");
    boolean shared = cell.client().http2() && cell.node().http2();
    boolean mayFail = shared && cell.outcome().endsConnection();
    if (got instanceof Got.Broken(int status, _) && status == 0 && isEarly(talk.first())) {
      // who answers before the upload has ended need not read on to its end (RFC 9112, 9.3)
      return;
    }
    if ((got instanceof Got.Broken || by.equals("gateway")) && !mayFail) {
      complain("the second request was not answered: " + got + text(got));
    }
  }

  private boolean isEarly(Got first) {
    return !cell.client().http2()
        && cell.upload() == Cell.Upload.LARGE
        && first instanceof Got.Whole answer
        && (answer.header(Answers.TOKEN).isEmpty()
            || answer.header(Answers.READ).equals(Answers.UNREAD));
  }

  /** Who gave a whole answer: a node, {@code gateway}, or nobody. */
  private String answeredBy(Got got, Ask ask, String which) {
    switch (got) {
      case Got.Garbled garbled -> complain("the " + which + " answer is " + garbled);
      case Got.Stuck stuck -> complain("the " + which + " request has no end: " + stuck);
      case Got.Broken _ -> {}
      case Got.Whole whole -> {
        String token = whole.header(Answers.TOKEN);
        if (token.isEmpty()) {
          failure(whole, which);
          return "gateway";
        }
        return node(whole, token, ask, which);
      }
    }
    return "nobody";
  }

  private void failure(Got.Whole got, String which) {
    Matcher code = CODE.matcher(new String(got.body(), StandardCharsets.UTF_8));
    boolean told =
        got.status() >= 400
            && got.header("content-type").startsWith("application/json")
            && code.matches()
            && Arrays.stream(Failure.values()).anyMatch(one -> one.name().equals(code.group(1)));
    if (!told) {
      complain("the " + which + " answer is neither a node's nor a failure: " + got + text(got));
    } else if (code.group(1).equals(Failure.INTERNAL_ERROR.name())) {
      complain("the " + which + " request met a defect");
    }
  }

  private String node(Got.Whole got, String token, Ask ask, String which) {
    String by = token.substring(token.indexOf('|') + 1);
    if (!token.equals(Answers.token(ask.target(), by))) {
      complain("the " + which + " request got the answer to another: " + got);
    }
    byte[] expected = got.status() == 204 ? new byte[0] : Answers.body(token);
    if (!Arrays.equals(got.body(), expected)) {
      complain("the " + which + " body is not the node's: " + got);
    }
    String read = got.header(Answers.READ);
    if (!read.equals(Answers.UNREAD) && !read.equals(Digest.of(ask.body()).inAWord())) {
      complain("the node read another body than the " + which + " request's: " + read);
    }
    return by;
  }

  private static String text(Got got) {
    return got instanceof Got.Whole whole
        ? " " + new String(whole.body(), StandardCharsets.ISO_8859_1).lines().findFirst().orElse("")
        : "";
  }

  /** How many failures were counted of the node under test, and how often it was asked. */
  void blame(long failures, long asked) {
    boolean shared =
        cell.client().http2() && cell.node().http2() && cell.outcome().endsConnection();
    Blame due = shared ? Blame.ANY : cell.outcome().blame();
    if (due == Blame.NONE && failures > 0) {
      complain("the node did nothing wrong, and " + failures + " failures are counted of it");
    }
    if (due == Blame.SOME && failures == 0) {
      complain("the node failed, and nothing is counted");
    }
    if (failures > asked + 1) {
      complain(failures + " failures for " + asked + " requests");
    }
  }
}
