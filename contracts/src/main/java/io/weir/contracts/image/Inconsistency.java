package io.weir.contracts.image;

/**
 * A dangling reference or a contradiction in an image.
 *
 * @param subject the id of the object at fault, or the custom domain
 * @param problem what is wrong with it
 */
public record Inconsistency(String subject, String problem) {}
