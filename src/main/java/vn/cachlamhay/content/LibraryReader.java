package vn.cachlamhay.content;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.WebAddress;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;

/**
 * Step 1: reads everything that editors wrote. Articles are read in parallel; the result does not
 * depend on the order in which that happens. Immutable and thread-safe.
 */
public final class LibraryReader {

  private final SiteConfig config;
  private final Gazetteer gazetteer;
  private final Topics topics;

  /** */
  public LibraryReader(SiteConfig config, Gazetteer gazetteer, Topics topics) {
    this.config = config;
    this.gazetteer = gazetteer;
    this.topics = topics;
  }

  /** Reads single articles of a site with these files. */
  public ArticleReader articles(SiteFiles files) {
    return new ArticleReader(config, gazetteer, topics, files.statics());
  }

  /**
   * Makes a library of what was read.
   *
   * @param read every article of the files, in their order
   * @param now decides which articles of status {@code published-date} are out
   * @param drafts whether drafts become pages too, at addresses with the draft suffix
   * @param problems takes what is wrong; files with errors are left out
   */
  public Library assemble(
      SiteFiles files,
      List<ArticleReader.Reading> read,
      LocalDateTime now,
      boolean drafts,
      Problems problems) {
    read.forEach(reading -> problems.addAll(reading.problems()));
    var broken = new HashMap<String, String>();
    var owners = new HashMap<String, String>();
    for (StaticFile file : files.statics().byUri().values()) {
      owners.put(WebAddress.key(file.uri()), config.relative(file.source()));
    }
    var articles = new ArrayList<Article>();
    var unpublished = new HashMap<String, Article>();
    var faulty = new ArrayList<Article>();
    var contested = new HashSet<String>();
    for (int i = 0; i < read.size(); i++) {
      String source = config.relative(files.articles().get(i));
      Optional<Article> article = read.get(i).article();
      boolean sound =
          read.get(i).sound()
              && article.filter(a -> ownsAddress(a, owners, contested, problems)).isPresent();
      if (!sound) {
        broken.put(source, addressOf(i, files));
        article.ifPresent(faulty::add);
      } else if (article.get().isOutAt(now)) {
        articles.add(article.get());
      } else if (drafts) {
        articles.add(article.get().asDraft(draftAddress(article.get().uri())));
      } else {
        unpublished.put(source, article.get());
      }
    }
    // of two articles at one address nobody can say which is meant
    for (Article article : List.copyOf(articles)) {
      if (contested.contains(article.source())) {
        articles.remove(article);
        faulty.add(article);
        broken.put(article.source(), article.uri());
      }
    }
    articles.sort(Article.NEWEST_FIRST);
    return new Library(articles, unpublished, broken, faulty, files.statics());
  }

  private boolean ownsAddress(
      Article article, Map<String, String> owners, Set<String> contested, Problems problems) {
    String owner = owners.putIfAbsent(WebAddress.key(article.uri()), article.source());
    if (owner != null) {
      contested.add(owner);
      problems.add(
          ProblemCode.TRUNG_DIA_CHI, SourcePos.ofFile(article.source()), article.uri(), owner);
    }
    return owner == null;
  }

  private String addressOf(int index, SiteFiles files) {
    String below =
        config.content().relativize(files.articles().get(index)).toString().replace('\\', '/');
    return Addresses.of(below, config.outputExtension()).orElse(below);
  }

  private String draftAddress(String uri) {
    String extension = config.outputExtension();
    return uri.substring(0, uri.length() - extension.length()) + config.draftSuffix() + extension;
  }
}
