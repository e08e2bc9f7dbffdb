package vn.cachlamhay.page;

import java.util.Comparator;
import java.util.List;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Views;

/**
 * What changes with every article and every day: the newest articles, and those that are read most.
 * The home page shows them; pages of articles, which must not change with them, load them as a
 * script. Immutable.
 *
 * @param newest so many that five are left beside those that the page of an article names anyway
 * @param read those that were read most in the last 30 days
 */
public record FreshArticles(List<Card> newest, List<Card> read) {

  private static final int NEWEST = 15;
  private static final int READ = 10;

  public FreshArticles {
    newest = List.copyOf(newest);
    read = List.copyOf(read);
  }

  static FreshArticles of(Shelves shelves, ArticleViews views, Views counted) {
    List<Article> listed = shelves.listed();
    return new FreshArticles(
        views.cards(listed.subList(0, Math.min(NEWEST, listed.size()))),
        views.cards(
            listed.stream()
                .filter(article -> counted.recent(article.uri()) > 0)
                // among equals the order stays: newest first
                .sorted(
                    Comparator.comparingLong((Article article) -> counted.recent(article.uri()))
                        .reversed())
                .limit(READ)
                .toList()));
  }
}
