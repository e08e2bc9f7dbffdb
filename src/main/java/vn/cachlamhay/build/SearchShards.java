package vn.cachlamhay.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Premises;
import vn.cachlamhay.cache.Remembered;
import vn.cachlamhay.cache.ValueWriter;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.page.SearchDocument;
import vn.cachlamhay.page.SearchSegment;
import vn.cachlamhay.search.SearchIndex;

/**
 * Step 5: the shards of the search index. Those of a segment whose articles are the same stay;
 * where a few of them have another text, only the shards that this touches are made again; else the
 * whole segment is. Immutable.
 *
 * @param memory what the files were made from that are there
 * @param digests of the articles
 * @param premises of this bake
 * @param formerly what an article was in the last bake, by its source
 */
record SearchShards(
    SearchIndex index,
    Memory<Made> memory,
    ArticleDigests digests,
    Premises premises,
    Function<String, Optional<Remembered>> formerly,
    PageSink sink) {

  /** To look for the traces of more articles takes as long as to index all anew. */
  private static final int FEW = 20;

  /** Makes them; what the memory knows of the articles must still be of the last bake. */
  void make() {
    index.largeSegments().forEach(this::make);
  }

  private void make(SearchSegment segment) {
    List<Digest> now = segment.documents().stream().map(this::digestOf).toList();
    Digest made = digestOf(segment, now);
    List<String> uris = segment.shardUris();
    if (areMadeFrom(made, uris) && keep(uris)) {
      return;
    }
    Optional<List<Digest>> before = digestsBefore(segment);
    if (before.isPresent() && areMadeFrom(digestOf(segment, before.get()), uris)) {
      Set<Integer> changed = differences(before.get(), now);
      if (changed.size() <= FEW && patch(segment, made, changed, before.get())) {
        return;
      }
    }
    index.shards(segment, (shard, script) -> put(uris.get(shard), utf8(script), made));
  }

  /** Makes what has changed; false where a shard of before is not there any more. */
  private boolean patch(
      SearchSegment segment, Digest made, Set<Integer> changed, List<Digest> before) {
    List<String> uris = segment.shardUris();
    try {
      Map<Integer, String> others =
          index.changedShards(
              segment,
              shard -> read(uris.get(shard)),
              changed,
              asTheyWere(segment, changed, before));
      Parallel.forEach(
          IntStream.range(0, uris.size()).boxed().toList(),
          shard -> {
            String uri = uris.get(shard);
            String hash = hash(uri);
            if (!others.containsKey(shard) && sink.keep(uri, hash)) {
              memory.put(uri, new Made(made, hash));
            } else {
              put(uri, others.containsKey(shard) ? utf8(others.get(shard)) : read(uri), made);
            }
          });
      return true;
    } catch (NotThereException e) {
      return false;
    }
  }

  /** Articles of which the shards were made; empty where one of them is not known any more. */
  private Optional<Map<Integer, SearchDocument>> asTheyWere(
      SearchSegment segment, Set<Integer> changed, List<Digest> before) {
    var were = new HashMap<Integer, SearchDocument>();
    for (int number : changed) {
      SearchDocument now = segment.documents().get(number);
      formerly
          .apply(now.article().source())
          .filter(earlier -> digestOf(now.uri(), earlier).equals(before.get(number)))
          .flatMap(earlier -> now.of(earlier.article()))
          .ifPresent(earlier -> were.put(number, earlier));
    }
    return were.size() == changed.size() ? Optional.of(were) : Optional.empty();
  }

  /** A file of the last bake is gone, or another one stands in its place. */
  private static final class NotThereException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotThereException(String uri) {
      super(uri);
    }
  }

  private byte[] read(String uri) {
    return sink.read(uri, hash(uri)).orElseThrow(() -> new NotThereException(uri));
  }

  private String hash(String uri) {
    return memory.get(uri).orElseThrow().hash();
  }

  private static byte[] utf8(String script) {
    return script.getBytes(StandardCharsets.UTF_8);
  }

  private void put(String uri, byte[] script, Digest made) {
    memory.put(uri, new Made(made, sink.put(uri, script)));
  }

  private boolean areMadeFrom(Digest made, List<String> uris) {
    return uris.stream()
        .allMatch(uri -> memory.get(uri).filter(known -> known.own().equals(made)).isPresent());
  }

  private boolean keep(List<String> uris) {
    return uris.parallelStream().allMatch(uri -> sink.keep(uri, hash(uri)));
  }

  /** As {@link OtherFiles} has it of the files of results. */
  private Digest digestOf(SearchDocument document) {
    return memory
        .get(document.uri())
        .filter(premises::hold)
        .map(Made::own)
        .orElseGet(() -> digestOf(document.uri(), document.article(), digests));
  }

  private static Digest digestOf(String uri, Remembered earlier) {
    var itsOwn = new ArticleDigests();
    itsOwn.know(earlier.article(), earlier.digests());
    return digestOf(uri, earlier.article(), itsOwn);
  }

  private static Digest digestOf(String uri, Article article, ArticleDigests digests) {
    return digests.inputs(List.of(uri, article)).digest();
  }

  /** Of the articles as they were when the files of their results were made. */
  private Optional<List<Digest>> digestsBefore(SearchSegment segment) {
    var before = new ArrayList<Digest>();
    for (SearchDocument document : segment.documents()) {
      Optional<Made> known = memory.get(document.uri());
      if (known.isEmpty()) {
        return Optional.empty();
      }
      before.add(known.get().own());
    }
    return Optional.of(before);
  }

  private Digest digestOf(SearchSegment segment, List<Digest> articles) {
    return Digest.of(List.of(ValueWriter.digestOf(segment.id()), Digest.of(articles)));
  }

  private static Set<Integer> differences(List<Digest> before, List<Digest> now) {
    var changed = new TreeSet<Integer>();
    for (int i = 0; i < now.size(); i++) {
      if (!before.get(i).equals(now.get(i))) {
        changed.add(i);
      }
    }
    return changed;
  }
}
