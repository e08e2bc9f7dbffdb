package vn.cachlamhay.page;

import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;

/**
 * A figure, and what its article adds to it. Immutable.
 *
 * @param place whom it is of, under the name of its day; may be empty
 * @param today what the article's place is or belongs to today; may be empty
 * @param year for which it stands; 0 where neither it nor its article has one
 * @param ofArticle whether that is only the year of the article
 */
public record Statistic(
    Article article, Figure figure, String place, String today, int year, boolean ofArticle) {}
