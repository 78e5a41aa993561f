package io.weir.transparency.verify;

/**
 * The first thing that is wrong with a history.
 *
 * @param position the first that is not as it was recorded; 0 if it is not of one event
 * @param what is wrong, a sentence
 */
public record Finding(long position, String what) {}
