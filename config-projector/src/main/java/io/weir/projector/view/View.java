package io.weir.projector.view;

/**
 * One read table and what each command does to it. Stateless: everything follows from the change.
 */
interface View {
  /** The table that this view alone writes. */
  ReadTable table();

  /** Writes what a command changed. */
  void write(Change change, Rows rows);
}
