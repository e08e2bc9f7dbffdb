package vn.cachlamhay.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that was read: what will be published and what must stay known so that links to it can
 * be judged. Immutable.
 *
 * @param articles all that will have a page, newest first
 * @param unpublished drafts and articles of a later date that will have none, by source
 * @param brokenSources sources that were left out because of errors, with the address they would
 *     have
 * @param faulty of these, the articles whose text can be checked all the same
 * @param files files that go to the site as they are
 */
public record Library(
    List<Article> articles,
    Map<String, Article> unpublished,
    Map<String, String> brokenSources,
    List<Article> faulty,
    StaticFiles files) {

  public Library {
    articles = List.copyOf(articles);
    unpublished = Map.copyOf(unpublished);
    brokenSources = Map.copyOf(brokenSources);
    faulty = List.copyOf(faulty);
  }

  /** The same with other files. */
  public Library withFiles(StaticFiles newFiles) {
    return new Library(articles, unpublished, brokenSources, faulty, newFiles);
  }

  /** The same without the articles of some sources, which become known as broken. */
  public Library without(Set<String> sources) {
    var broken = new HashMap<>(brokenSources);
    articles.stream()
        .filter(a -> sources.contains(a.source()))
        .forEach(a -> broken.put(a.source(), a.uri()));
    return new Library(
        articles.stream().filter(a -> !sources.contains(a.source())).toList(),
        unpublished,
        broken,
        faulty,
        files);
  }
}
