package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.model.WebAddress;
import vn.cachlamhay.practice.PartTexts;
import vn.cachlamhay.text.VietnameseDates;

/**
 * A best practice beside others. Addresses are as from {@link Uris#COMPARE}. Immutable.
 *
 * @param key by which readers' addresses name it: its own without {@code bai-viet/} and {@code
 *     .html}
 * @param place of the day of the article; may be empty
 * @param now what that place is today, {@code nay thuộc Lâm Đồng}; may be empty
 * @param figures its results
 * @param parts HTML of its parts by the keys of {@link PartKind}
 */
public record CompareColumn(
    String key,
    String href,
    String title,
    String place,
    String now,
    String topics,
    String date,
    List<KeyFigure> figures,
    Map<String, String> parts) {

  private static final String ARTICLES = "bai-viet/";

  /**
   * A column that is put together when its file comes to be made.
   *
   * @param uri of the file
   * @param inputs all that the column is made from
   */
  public record Planned(String uri, Object inputs, Supplier<CompareColumn> column) {

    static Planned of(Article article, List<PlaceLine> places) {
      return new Planned(
          Uris.compared(key(article)),
          List.of(article, places),
          () -> CompareColumn.of(article, places));
    }
  }

  /** By which an article is named. */
  static String key(Article article) {
    String path = article.uri().substring(0, article.uri().lastIndexOf('.'));
    return path.startsWith(ARTICLES) ? path.substring(ARTICLES.length()) : path;
  }

  /** Made from an article and the names of its places. */
  static CompareColumn of(Article article, List<PlaceLine> places) {
    var parts = new LinkedHashMap<String, List<String>>();
    PartTexts.of(
            article.body().html().read(),
            article.body().practice(),
            written -> href(article, written))
        .stream()
        .filter(part -> part.kind() != PartKind.OTHER && !part.html().isEmpty())
        .forEach(
            part ->
                parts
                    .computeIfAbsent(part.kind().key(), key -> new ArrayList<>())
                    .add(part.html()));
    var joined = new LinkedHashMap<String, String>();
    parts.forEach((kind, texts) -> joined.put(kind, String.join("", texts)));
    return new CompareColumn(
        key(article),
        Uris.relative(Uris.COMPARE, article.uri()),
        article.title(),
        places.stream().map(place -> place.then().title()).collect(Collectors.joining("; ")),
        places.stream()
            .filter(place -> !place.became().isEmpty() && place.now() != null)
            .map(place -> place.became() + " " + place.now().title())
            .distinct()
            .collect(Collectors.joining("; ")),
        article.topics().stream().map(Topic::name).collect(Collectors.joining(", ")),
        article.date().map(date -> VietnameseDates.shortDay(date.day())).orElse(""),
        KeyFigure.of(article),
        joined);
  }

  /** Links within the article lead there; others are as from the page of comparison. */
  private static String href(Article article, String written) {
    if (WebAddress.isExternal(written)) {
      return written;
    }
    if (written.startsWith("#")) {
      return Uris.relative(Uris.COMPARE, article.uri()) + written;
    }
    return Uris.root(Uris.COMPARE) + resolve(Uris.folder(article.uri()), written);
  }

  private static String resolve(String folder, String written) {
    String base = folder;
    String rest = written;
    while (rest.startsWith("../")) {
      rest = rest.substring(3);
      base = base.isEmpty() ? "" : Uris.folder(base.substring(0, base.length() - 1));
    }
    return base + rest;
  }
}
