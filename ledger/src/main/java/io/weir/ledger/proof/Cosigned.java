package io.weir.ledger.proof;

/**
 * What a witness said.
 *
 * @param size of the tree
 * @param root of the tree, base64
 * @param key of the witness, a verifier key
 * @param signature its line in the note of the checkpoint
 * @param consistent whether the ledger has this root at this size
 * @param at when it says it said so, ISO 8601
 */
public record Cosigned(
    long size, String root, String key, String signature, boolean consistent, String at) {}
