package vn.cachlamhay.model;

/**
 * An entry of a taxonomy that editors make by using it: a tag or an author.
 *
 * @param slug the part of its address
 * @param name as readers see it
 */
public record Term(String slug, String name) {}
