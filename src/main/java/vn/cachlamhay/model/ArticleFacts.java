package vn.cachlamhay.model;

/**
 * Stands for an article among what a file is made from where its text, and what was found in that,
 * are of no importance to the file. Immutable.
 */
public record ArticleFacts(Article article) {}
