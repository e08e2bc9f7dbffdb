package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One page of every kind, each the fullest of its kind, and a few that are special. */
final class PageSamples {

  private static final String[] KINDS = {
    "home",
    "article",
    "page",
    "list",
    "locality",
    "locality-empty",
    "locality-practices",
    "locality-topic",
    "localities",
    "matrix",
    "topic",
    "topics",
    "tag",
    "tags",
    "author",
    "authors",
    "year",
    "years",
    "search",
    "sitemap",
    "notfound",
    "api",
    "saved",
    "offline"
  };

  private PageSamples() {}

  /** What each sample shows, and its address; all in the large site. */
  static Map<String, String> of(BakedSite site) {
    var fullest = new TreeMap<String, String>();
    site.pages()
        .forEach(
            (uri, page) ->
                fullest.merge(
                    BakedSite.kind(page),
                    uri,
                    (one, other) ->
                        Comparator.<String>comparingInt(each -> site.text(each).length())
                                    .compare(one, other)
                                >= 0
                            ? one
                            : other));
    fullest.remove("redirect");
    assertThat(fullest).containsOnlyKeys(KINDS);
    var samples = new LinkedHashMap<String, String>(fullest);
    samples.put(
        "article with a table, notes and a file",
        "bai-viet/2018/phat-trien-dang-vien-o-bac-son.html");
    samples.put("article with long words", LargeSite.LONG_ARTICLE);
    samples.put("all best practices", "cach-lam-hay/index.html");
    samples.put("best practices, filtered", "cach-lam-hay/index.html?xep=ty-le");
    samples.put("older page of a list", "tin-tuc/trang-2.html");
    samples.put("place that was split", "dia-phuong/lang-son/huyen-bac-son/index.html");
    samples.put("search with results", "tim-kiem/index.html?q=chi+bo");
    samples.put("search with a long word", "tim-kiem/index.html?q=" + "nghieng".repeat(40));
    samples.put("topic without articles", "chu-de/boi-duong-ly-luan/index.html");
    samples
        .values()
        .forEach(uri -> assertThat(site.has(uri.replaceFirst("\\?.*", ""))).as(uri).isTrue());
    return samples;
  }
}
