package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.ArticleFacts;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.SearchDocument;
import vn.cachlamhay.page.SearchPlan;
import vn.cachlamhay.page.SearchSegment;
import vn.cachlamhay.page.Uris;

/**
 * Step 5: the files that the search page looks things up in. Immutable, thread-safe.
 *
 * @param plan what is indexed
 * @param syllables the static table
 */
public record SearchIndex(SearchPlan plan, Syllables syllables) {

  /** All files but the shards of {@link #largeSegments}. */
  public List<OtherFile> files() {
    var files = new ArrayList<OtherFile>();
    files.add(new OtherFile(Uris.SEARCH_SCRIPT, "", SearchScript::text));
    files.add(new OtherFile(Uris.SEARCH_SYLLABLES, "", () -> Scripts.syllables(syllables)));
    files.add(
        new OtherFile(
            Uris.SEARCH_SUGGESTIONS,
            plan.suggestions(),
            () -> Scripts.suggestions(plan.suggestions())));
    files.add(root());
    for (SearchSegment segment : plan.segments()) {
      if (!segment.isSmall()) {
        files.add(
            new OtherFile(
                segment.facetsUri(),
                () -> facetsInputs(segment),
                () -> Scripts.facets(segment, Facets.of(segment, plan.today()))));
      }
      for (SearchDocument document : segment.documents()) {
        files.add(
            new OtherFile(document.uri(), document.article(), () -> Scripts.document(document)));
      }
    }
    return files;
  }

  private OtherFile root() {
    List<SearchSegment> segments = plan.segments();
    List<SearchSegment> small = segments.stream().filter(SearchSegment::isSmall).toList();
    return new OtherFile(
        Uris.SEARCH_DATA,
        () ->
            List.of(
                segments.stream().map(SearchSegment::id).toList(),
                small.stream().map(segment -> articles(segment, article -> article)).toList(),
                small.stream().map(this::facetsInputs).toList()),
        () ->
            small.isEmpty()
                ? Scripts.root(segments, "", Map.of())
                : Scripts.root(
                    segments, text(small.get(0)), Facets.of(small.get(0), plan.today())));
  }

  /** No text stands in the facets; which provinces are former ones changes with the day alone. */
  private List<?> facetsInputs(SearchSegment segment) {
    return List.of(
        articles(segment, ArticleFacts::new), Facets.formerProvinces(segment, plan.today()));
  }

  private static List<?> articles(SearchSegment segment, Function<Article, ?> as) {
    return segment.documents().stream().map(SearchDocument::article).map(as).toList();
  }

  /** The segments whose shards are files of their own. */
  public List<SearchSegment> largeSegments() {
    return plan.segments().stream().filter(segment -> !segment.isSmall()).toList();
  }

  /**
   * Makes the scripts of all shards of a segment.
   *
   * @param sink takes each, by number, from any thread
   */
  public void shards(SearchSegment segment, BiConsumer<Integer, String> sink) {
    index(segment)
        .make(
            (shard, lines) -> sink.accept(shard, Scripts.shard(segment, shard, Line.write(lines))));
  }

  /**
   * The shards of a segment that are others since the text of some of its articles changed, by
   * number.
   *
   * @param before the script of a shard as it was, by number; asked from any thread
   * @param changed the articles, by number within the segment
   * @param formerly the same articles as they were when the shards were made, if that is known
   */
  public Map<Integer, String> changedShards(
      SearchSegment segment,
      IntFunction<byte[]> before,
      Set<Integer> changed,
      Optional<Map<Integer, SearchDocument>> formerly) {
    Map<Integer, SearchDocument> now = new HashMap<>();
    changed.forEach(number -> now.put(number, segment.documents().get(number)));
    Map<Integer, String> texts =
        new SegmentPatch(segment.shards(), shard -> Scripts.shardOf(before.apply(shard)), syllables)
            .apply(fields(now), formerly.map(SearchIndex::fields));
    Map<Integer, String> result = new HashMap<>();
    texts.forEach((shard, text) -> result.put(shard, Scripts.shard(segment, shard, text)));
    return result;
  }

  private static Map<Integer, List<Field>> fields(Map<Integer, SearchDocument> documents) {
    Map<Integer, List<Field>> fields = new HashMap<>();
    documents.forEach((number, document) -> fields.put(number, Fields.of(document)));
    return fields;
  }

  private SegmentIndex index(SearchSegment segment) {
    List<SearchDocument> documents = segment.documents();
    return new SegmentIndex(
        documents.size(), i -> Fields.of(documents.get(i)), segment.shards(), syllables);
  }

  /** The only shard of a small segment. */
  private String text(SearchSegment small) {
    var text = new AtomicReference<>("");
    index(small).make((shard, lines) -> text.set(Line.write(lines)));
    return text.get();
  }
}
