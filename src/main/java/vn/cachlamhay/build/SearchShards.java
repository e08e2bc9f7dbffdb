package vn.cachlamhay.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Premises;
import vn.cachlamhay.cache.ValueWriter;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.jbake.PageSink;
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
 */
record SearchShards(
    SearchIndex index,
    Memory<Made> memory,
    ArticleDigests digests,
    Premises premises,
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
      if (changed.size() <= FEW && patch(segment, made, uris, changed)) {
        return;
      }
    }
    index.shards(segment, (shard, script) -> put(uris.get(shard), utf8(script), made));
  }

  /** Makes what has changed; false where a shard of before is not there any more. */
  private boolean patch(
      SearchSegment segment, Digest made, List<String> uris, Set<Integer> changed) {
    try {
      Map<Integer, String> others =
          index.changedShards(segment, shard -> read(uris.get(shard)), changed);
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
        .orElseGet(() -> digests.inputs(List.of(document.uri(), document.article())).digest());
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
