package vn.cachlamhay.page;

import java.util.List;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Term;

/**
 * An article, and what it alone does not know. Immutable.
 *
 * @param places where it is from, by the names of its day and of today
 * @param tags under their common spelling, each with the slug of its page
 * @param authors likewise
 */
public record DataArticle(
    Article article, List<DataPlace> places, List<Term> tags, List<Term> authors) {}
