package vn.cachlamhay.page;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.LinkRef;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;

/**
 * Decides which files the public may see: all but those that only articles which are not out yet
 * show at their head or hand out. Such a file lies among the articles; one in the assets belongs to
 * the templates too, so a draft cannot take it away. Immutable and thread-safe.
 */
public final class PublicFiles {

  private final LinkTargets targets;
  private final Path content;
  private final Function<String, List<LinkRef>> links;

  /**
   * @param targets of a site with all its files
   * @param content the folder of the articles
   * @param links in the Markdown of an article, by its source
   */
  public PublicFiles(LinkTargets targets, Path content, Function<String, List<LinkRef>> links) {
    this.targets = targets;
    this.content = content;
    this.links = links;
  }

  /**
   * The public files of a library.
   *
   * @param library with rendered articles and all files
   */
  public StaticFiles of(Library library) {
    var hidden = new HashSet<String>();
    library.unpublished().values().forEach(draft -> addFrontMatter(draft, hidden));
    hidden.removeIf(uri -> !liesAmongArticles(library.files().byUri().get(uri)));
    for (Article article : library.articles()) {
      if (hidden.isEmpty()) {
        return library.files();
      }
      hidden.removeAll(namedBy(article));
      if (!article.source().endsWith(".md")) {
        hidden.removeAll(mentionedBy(article, hidden));
      }
    }
    Map<String, StaticFile> kept = new HashMap<>(library.files().byUri());
    kept.keySet().removeAll(hidden);
    return new StaticFiles(kept);
  }

  private boolean liesAmongArticles(StaticFile file) {
    return file != null && file.source().startsWith(content);
  }

  private Set<String> namedBy(Article article) {
    var named = new HashSet<String>();
    addFrontMatter(article, named);
    addValue(article, article.values(), named);
    links.apply(article.source()).forEach(link -> addTarget(article, link.target(), named));
    return named;
  }

  private static void addFrontMatter(Article article, Set<String> named) {
    article.attachments().forEach(file -> named.add(file.uri()));
    article.audio().ifPresent(file -> named.add(file.uri()));
    article.image().ifPresent(image -> named.add(image.uri()));
  }

  /** Fields that the site defines may name files for its templates. */
  private void addValue(Article article, Object value, Set<String> named) {
    if (value instanceof String text) {
      addTarget(article, text, named);
    } else if (value instanceof Collection<?> list) {
      list.forEach(item -> addValue(article, item, named));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> addValue(article, item, named));
    }
  }

  private void addTarget(Article article, String written, Set<String> named) {
    if (targets.resolve(article, written) instanceof LinkTargets.Target.Internal internal) {
      named.add(internal.uri());
    }
  }

  /** The links of other markup than Markdown are not known; the name of a file is enough there. */
  private static Set<String> mentionedBy(Article article, Set<String> files) {
    String text = article.body().html().read();
    var mentioned = new HashSet<String>();
    for (String uri : files) {
      String name = uri.substring(uri.lastIndexOf('/') + 1);
      if (text.contains(name) || text.contains(Uris.encode(name))) {
        mentioned.add(uri);
      }
    }
    return mentioned;
  }
}
