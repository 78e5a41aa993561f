package io.weir.transparency.note;

/** What a key signs, and the byte that stands for it; C2SP signed-note, all of them Ed25519. */
public enum KeyKind {
  /** The text of a note. */
  NOTE(0x01),
  /** The text of a checkpoint, and when: cosignature/v1 of C2SP tlog-cosignature. */
  COSIGNATURE(0x04);

  private final byte code;

  KeyKind(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static KeyKind of(byte code) throws NoteException {
    for (KeyKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new NoteException("no Ed25519 key of a note or a cosignature: kind " + code);
  }
}
