package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * What readers on metered lines have to load, compressed as hosts do it: for each kind of page the
 * page and its style sheets, before which nothing can be read, and the scripts that it names.
 */
final class WeightIT {

  /** What a host sends before it waits for the reader's first answer: ten packets. */
  private static final int AT_ONCE = 14 * 1024;

  private static final int SCRIPTS = 30 * 1024;

  private final BakedSite site = SiteFixture.large();
  private final Map<String, Integer> sizes = new HashMap<>();

  /** What one page weighs. */
  private record Weight(String uri, int html, int styles, int scripts) {
    int beforeReading() {
      return html + styles;
    }
  }

  @Test
  void anArticleIsReadAfterTheFirstAnswerOfTheHost() {
    List<Weight> articles = weights("article");
    assertThat(articles).hasSizeGreaterThan(100);
    assertThat(articles)
        .filteredOn(it -> !it.uri().equals(LargeSite.LONG_ARTICLE))
        .allSatisfy(it -> assertThat(it.beforeReading()).as(it.uri()).isLessThan(AT_ONCE));
    assertThat(articles)
        .allSatisfy(it -> assertThat(it.scripts()).as(it.uri()).isLessThan(SCRIPTS));
  }

  /** Only the search loads more: it is what its page is for. */
  @Test
  void noKindOfPageIsHeavy() {
    var heaviest = new TreeMap<String, Weight>();
    site.pages()
        .forEach(
            (uri, page) ->
                heaviest.merge(
                    BakedSite.kind(page),
                    weight(uri, page),
                    (one, other) -> one.beforeReading() >= other.beforeReading() ? one : other));
    heaviest.remove("redirect");
    heaviest.forEach(
        (kind, it) ->
            System.out.printf(
                "Weight, gzip: %-18s HTML %5d, CSS %5d, scripts %5d  %s%n",
                kind, it.html(), it.styles(), it.scripts(), it.uri()));
    assertThat(heaviest.values())
        .allSatisfy(it -> assertThat(it.beforeReading()).as(it.uri()).isLessThan(2 * AT_ONCE));
    assertThat(heaviest.entrySet())
        .filteredOn(kind -> !kind.getKey().equals("search"))
        .allSatisfy(
            kind -> assertThat(kind.getValue().scripts()).as(kind.getKey()).isLessThan(SCRIPTS));
  }

  @Test
  void noScriptHoldsAPageUp() {
    site.pages()
        .forEach(
            (uri, page) ->
                page.select("script[src]")
                    .forEach(
                        script ->
                            assertThat(script.hasAttr("defer")).as(uri + " " + script).isTrue()));
  }

  private List<Weight> weights(String kind) {
    return site.pages().entrySet().stream()
        .filter(page -> BakedSite.kind(page.getValue()).equals(kind))
        .map(page -> weight(page.getKey(), page.getValue()))
        .toList();
  }

  private Weight weight(String uri, Document page) {
    int styles = 0;
    for (Element style : page.select("link[rel=stylesheet]:not([media=print])")) {
      styles += size(site.target(uri, style.attr("href")));
    }
    int scripts = 0;
    for (Element script : page.select("script[src]")) {
      scripts += size(site.target(uri, script.attr("src")));
    }
    return new Weight(uri, compressed(site.text(uri)), styles, scripts);
  }

  private int size(String uri) {
    return sizes.computeIfAbsent(uri, each -> compressed(site.text(each)));
  }

  private static int compressed(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }
}
