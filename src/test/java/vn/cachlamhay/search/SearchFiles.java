package vn.cachlamhay.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.page.SearchDocument;
import vn.cachlamhay.page.SearchPlan;
import vn.cachlamhay.page.SearchSegment;

/** The files of search for some articles, in memory. */
record SearchFiles(SearchPlan plan, Map<String, String> byUri) {

  /** For articles, the oldest first. */
  static SearchFiles of(List<Article> oldestFirst) {
    List<SearchDocument> documents =
        IntStream.range(0, oldestFirst.size())
            .mapToObj(i -> document(i, oldestFirst.get(i)))
            .toList();
    var plan = new SearchPlan(SearchSegment.of(documents), List.of(), LocalDate.of(2026, 1, 1));
    var index = new SearchIndex(plan, Syllables.load());
    Map<String, String> files = new ConcurrentHashMap<>();
    index.files().forEach(file -> files.put(file.uri(), file.text().get()));
    for (SearchSegment segment : index.largeSegments()) {
      index.shards(segment, (shard, script) -> files.put(segment.shardUri(shard), script));
    }
    return new SearchFiles(plan, files);
  }

  private static SearchDocument document(int number, Article article) {
    var places = new ArrayList<>(article.localities());
    article.localities().forEach(unit -> places.addAll(unit.selfAndAncestors()));
    return new SearchDocument(number, article, places.stream().distinct().toList(), "Tin tức");
  }

  Searcher searcher() {
    return new Searcher(byUri::get);
  }
}
