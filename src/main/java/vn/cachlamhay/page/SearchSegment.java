package vn.cachlamhay.page;

import java.util.List;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;

/**
 * A part of the list that the search page looks things up in.
 *
 * @param name of its {@link Blocks block}
 * @param articles newest first
 */
public record SearchSegment(String name, List<Article> articles) {

  public SearchSegment {
    articles = List.copyOf(articles);
  }

  /** Its file, below the site root. */
  public String uri() {
    return Uris.searchSegment(name);
  }

  /** The parts for all articles that lists show, newest first. */
  public static List<SearchSegment> of(Library library) {
    return Blocks.of(library.articles().stream().filter(Shelves::isShown).toList()).stream()
        .map(block -> new SearchSegment(block.name(), block.items()))
        .toList();
  }
}
