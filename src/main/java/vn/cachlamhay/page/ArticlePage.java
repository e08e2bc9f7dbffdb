package vn.cachlamhay.page;

import java.util.List;
import vn.cachlamhay.model.Article;

/**
 * An article and what its page shows of others: all that {@link ArticleViews#view} looks at. Links
 * and cards that an article may lack are null.
 *
 * @param places where it is from, by the names of its day and of today
 * @param tags as links to their pages, each under its common spelling
 * @param authors likewise
 * @param related articles of the same place, topic or tags
 * @param others older articles
 * @param similar best practices from elsewhere, where it is one
 * @param previous the next older article
 * @param next the next newer article
 */
record ArticlePage(
    Article article,
    List<PlaceLine> places,
    List<Link> tags,
    List<Link> authors,
    List<Card> related,
    List<Card> others,
    List<PracticeView.Similar> similar,
    Link previous,
    Link next) {}
