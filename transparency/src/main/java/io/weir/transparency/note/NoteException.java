package io.weir.transparency.note;

/** What was given is no note, no checkpoint or no key, or a signature in it is false. */
public final class NoteException extends Exception {
  private static final long serialVersionUID = 1L;

  NoteException(String what) {
    super(what);
  }

  NoteException(String what, Throwable cause) {
    super(what, cause);
  }
}
