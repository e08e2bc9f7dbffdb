package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.site.Chromium;
import vn.cachlamhay.site.PathServer;
import vn.cachlamhay.site.Tab;

/**
 * The script answers as the Java classes do: with a worker (from a host), without (from a disk).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchScriptIT {

  private static final int QUERIES = 2000;

  /** Enough for all three kinds of segments. */
  private static final int ARTICLES = 700;

  /** In the first segment. */
  private static final int OLDEST = 512;

  private static final String ASK =
      """
      queries => Promise.all([]).then(async () => {
        const answers = [];
        for (const query of queries) {
          answers.push(await new Promise(done => portalSearch.find(query.text, query, found => done(
              [Array.from(found.hits).slice(0, 50), found.hits.length, found.full, found.corrected, found.failed]))));
        }
        return JSON.stringify(answers);
      })
      """;

  private record Asked(String text, boolean verbatim, boolean everywhere) {}

  private Path folder;
  private Chromium chromium;
  private PathServer server;
  private Searcher searcher;
  private List<String> texts;

  @BeforeAll
  void write(@TempDir Path temp) throws IOException {
    folder = temp;
    List<Article> all = new ArrayList<>();
    for (SpecRow.SpecBlock block : SpecReader.blocks(SpecReader.all())) {
      all.addAll(SpecArticle.articles(block.articles()));
    }
    texts = all.stream().flatMap(SearchScriptIT::texts).toList();
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(all.get(i % all.size()));
    }
    SearchFiles files = SearchFiles.of(articles);
    searcher = files.searcher();
    for (var file : files.byUri().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Files.writeString(
        folder.resolve("index.html"),
        "<!DOCTYPE html><meta charset=utf-8><link rel=icon href=data:,><title>Tìm</title>"
            + "<script src=tim-kiem/tim-kiem.js></script>");
    chromium = Chromium.launch();
    server = new PathServer(folder);
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersRandomQueriesAsJavaDoes(boolean fromDisk) {
    var queries = new ArrayList<Asked>();
    List<String> random = new RandomQueries(20261122, texts).next(QUERIES);
    for (int i = 0; i < random.size(); i++) {
      queries.add(new Asked(random.get(i), i % 10 == 0, i % 2 == 0));
    }
    assertSameAnswers(queries, fromDisk);
  }

  @Test
  void answersTheSpecifiedQueriesAsJavaDoes() throws IOException {
    assertSameAnswers(
        SpecReader.all().stream().map(row -> new Asked(row.query(), row.verbatim(), true)).toList(),
        false);
  }

  /** On a slow line the first result is there a round trip earlier. */
  @Test
  void theFirstDocumentIsLoadedBesideTheLastShards() {
    Pattern later = Pattern.compile("/tim-kiem/muc-luc/(?!0/)");
    Asked asked = new Asked(texts.get(0), false, false);
    List<Integer> hits = searcher.find(asked.text(), asked.verbatim(), asked.everywhere()).hits();
    int likely = hits.stream().filter(number -> number < OLDEST).findFirst().orElseThrow();
    try (Tab tab = chromium.open(server.address()).expectMissing()) {
      Page page = tab.go("index.html");
      List<Route> held = new ArrayList<>();
      page.route(later, held::add);
      Request document =
          page.waitForRequest(
              request -> request.url().contains("/tim-kiem/bai/"),
              () ->
                  page.evaluate(
                      "query => { portalSearch.find(query, {}, found => { window.found = found; }); }",
                      asked.text()));
      assertThat(document.url()).contains("/" + likely + ".js");
      assertThat(held).isNotEmpty();
      assertThat(page.evaluate("'found' in window")).isEqualTo(false);
      page.unroute(later);
      held.forEach(Route::resume);
      page.waitForFunction("window.found && found.hits[0] === " + hits.get(0));
    }
  }

  private void assertSameAnswers(List<Asked> queries, boolean fromDisk) {
    String disk = folder.toUri().toString().replaceFirst("^file:/+", "file:///");
    try (Tab tab = chromium.open(fromDisk ? disk : server.address())) {
      Page page = tab.go("index.html");
      var gson = new Gson();
      String answered =
          (String)
              page.evaluate("text => (" + ASK + ")(JSON.parse(text))", ascii(gson.toJson(queries)));
      JsonArray answers = gson.fromJson(answered, JsonArray.class);
      for (int i = 0; i < queries.size(); i++) {
        Asked asked = queries.get(i);
        Searcher.Found found = searcher.find(asked.text(), asked.verbatim(), asked.everywhere());
        var expected = new JsonArray();
        expected.add(gson.toJsonTree(found.hits().stream().limit(50).toList()));
        expected.add(found.hits().size());
        expected.add(found.full());
        expected.add(found.corrected().orElse(null));
        expected.add((String) null);
        assertThat(answers.get(i)).as(asked.toString()).isEqualTo(expected);
      }
    }
  }

  /** Halves of characters do not survive on the way to the browser otherwise. */
  private static String ascii(String json) {
    return json.chars()
        .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }

  private static Stream<String> texts(Article article) {
    return Stream.of(article.title(), article.summary(), article.body().text().read());
  }
}
