package io.weir.dataplane.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open connections of clients to one event loop, to end them in an orderly way. One thread. */
public final class ClientConnections {
  private final Set<Member> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Runnable whenEmpty;
  private boolean ended;

  /** A connection that can be asked to end. */
  public interface Member {
    /** Finishes what is running and then ends. */
    void drain();

    /** Ends at once. */
    void close();
  }

  /** A connection came. */
  public void opened(Member connection) {
    open.add(connection);
    if (ended) {
      connection.close();
    } else if (whenEmpty != null) {
      connection.drain();
    }
  }

  /** A connection is gone. */
  public void closed(Member connection) {
    if (open.remove(connection) && open.isEmpty() && whenEmpty != null) {
      whenEmpty.run();
    }
  }

  /** How many there are. */
  public int size() {
    return open.size();
  }

  /** Lets all of them end; {@code done} runs when the last one has. */
  public void drain(Runnable done) {
    whenEmpty = done;
    if (open.isEmpty()) {
      done.run();
    } else {
      new ArrayList<>(open).forEach(Member::drain);
    }
  }

  /** Ends all that are left, and any that still comes. */
  public void close() {
    ended = true;
    new ArrayList<>(open).forEach(Member::close);
  }
}
