package vn.cachlamhay.page;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Term;

/**
 * JSON-LD for search engines (schema.org NewsArticle, Dataset and BreadcrumbList). The text is safe
 * inside a script element: {@code <}, {@code >} and {@code &} are escaped. Addresses are absolute
 * where the site's host is known, otherwise relative to the page. Immutable and thread-safe.
 */
final class StructuredData {

  private static final Gson GSON = new GsonBuilder().create();

  private final SiteConfig config;

  StructuredData(SiteConfig config) {
    this.config = config;
  }

  String breadcrumbs(String uri, List<Link> crumbs) {
    var items = new ArrayList<Map<String, Object>>();
    for (Link crumb : crumbs) {
      items.add(
          object(
              "@type",
              "ListItem",
              "position",
              items.size() + 1,
              "name",
              crumb.title(),
              "item",
              address(uri, crumb.uri())));
    }
    return GSON.toJson(
        object(
            "@context", "https://schema.org",
            "@type", "BreadcrumbList",
            "itemListElement", items));
  }

  String article(Article article) {
    Map<String, Object> publisher = object("@type", "Organization", "name", publisherName());
    var data =
        object(
            "@context",
            "https://schema.org",
            "@type",
            "NewsArticle",
            "headline",
            article.title(),
            "description",
            ArticleViews.summary(article),
            "inLanguage",
            "vi",
            "mainEntityOfPage",
            address(article.uri(), article.uri()),
            "publisher",
            publisher);
    article.date().ifPresent(date -> data.put("datePublished", ArticleViews.iso(article.date())));
    data.put(
        "dateModified",
        ArticleViews.iso(article.updated().isPresent() ? article.updated() : article.date()));
    data.put("author", article.authors().isEmpty() ? publisher : authors(article.authors()));
    article
        .image()
        .ifPresent(
            image ->
                data.put("image", List.of(address(article.uri(), ArticleViews.href(image.uri())))));
    if (!article.correction().isEmpty()) {
      data.put("correction", article.correction());
    }
    if (!article.topics().isEmpty()) {
      data.put("articleSection", article.topics().stream().map(topic -> topic.name()).toList());
    }
    if (!article.localities().isEmpty()) {
      data.put(
          "contentLocation",
          article.localities().stream()
              .map(p -> object("@type", "Place", "name", ArticleViews.placeName(p, article)))
              .toList());
    }
    if (!article.tags().isEmpty()) {
      data.put("keywords", article.tags().stream().map(Term::name).toList());
    }
    return GSON.toJson(data);
  }

  /** The figures of an indicator as a data set that can be downloaded. */
  String dataset(String uri, IndicatorView indicator, String description) {
    String file = Uris.folder(uri) + indicator.file();
    var data =
        object(
            "@context",
            "https://schema.org",
            "@type",
            "Dataset",
            "name",
            indicator.name(),
            "description",
            description,
            "url",
            address(uri, uri),
            "inLanguage",
            "vi",
            "variableMeasured",
            indicator.name(),
            "creator",
            object("@type", "Organization", "name", publisherName()),
            "distribution",
            List.of(
                download("text/csv", address(uri, file + "csv")),
                download("application/json", address(uri, file + "json"))));
    if (!config.api().licence().isEmpty()) {
      data.put("license", config.api().licence());
    }
    return GSON.toJson(data);
  }

  private static Map<String, Object> download(String type, String address) {
    return object("@type", "DataDownload", "encodingFormat", type, "contentUrl", address);
  }

  private static List<Map<String, Object>> authors(List<Term> authors) {
    return authors.stream().map(a -> object("@type", "Person", "name", a.name())).toList();
  }

  private String publisherName() {
    String body = config.publisher().governingBody();
    return body.isEmpty() ? config.title() : body;
  }

  private String address(String from, String to) {
    if (to.contains("://")) {
      return to;
    }
    return config.host().isEmpty() ? Uris.relative(from, to) : Uris.absolute(config.host(), to);
  }

  private static Map<String, Object> object(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
