package io.weir.dataplane.balance;

/** The written fields of {@link LoopState}: a superclass's come before a subclass's. */
abstract class LoopStateFields extends LoopStatePadding {
  long phase;
  long retryPhase;
  long overloads;
  long retrying;
  long failOpen;
}
