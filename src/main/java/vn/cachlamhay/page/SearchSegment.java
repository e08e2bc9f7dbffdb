package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.cachlamhay.model.Digest;

/**
 * Neighbours in the list of all articles that share an index. There are at most four: what is old,
 * a multiple of 512 articles; what is younger, a multiple of 32; then 8, 16 or 24; and the newest,
 * fewer than 8. A new article changes only the last of them; every 8th is merged with its like into
 * the one before, every 32nd into the second, every 512th into the first. That follows from the
 * list alone, so nothing need be remembered between bakes.
 *
 * @param first number of its oldest article
 * @param documents oldest first
 * @param id the same as long as its articles have the same numbers: what a browser has of one
 *     segment must not be mixed with what it gets of another
 */
public record SearchSegment(int first, List<SearchDocument> documents, String id) {

  /**
   * The form in which programs of this version write the index; part of every id, so that a browser
   * does not take what it has of another form.
   */
  public static final int FORM = 4;

  private static final int[] SIZES = {512, 32, 8, 1};

  /** Articles a shard for segments that are merged often, and for others. */
  private static final int FEW = 2;

  private static final int MANY = 4;
  private static final int LARGE = 1024;

  public SearchSegment {
    documents = List.copyOf(documents);
  }

  /**
   * The segments of a list.
   *
   * @param documents oldest first
   */
  public static List<SearchSegment> of(List<SearchDocument> documents) {
    var segments = new ArrayList<SearchSegment>();
    int done = 0;
    for (int size : SIZES) {
      int end = documents.size() / size * size;
      if (end > done) {
        List<SearchDocument> own = documents.subList(done, end);
        segments.add(new SearchSegment(done, own, id(own)));
        done = end;
      }
    }
    return List.copyOf(segments);
  }

  /** Whether the list of segments itself holds it, being so small. */
  public boolean isSmall() {
    return documents.size() < SIZES[2];
  }

  /** A power of two: how many parts its index has. */
  public int shards() {
    int size = documents.size();
    return size < SIZES[1] ? 1 : Integer.highestOneBit(size / (size < LARGE ? FEW : MANY));
  }

  private static String id(List<SearchDocument> documents) {
    var uris = new StringBuilder().append(FORM).append('\n');
    documents.forEach(document -> uris.append(document.article().uri()).append('\n'));
    return Long.toString(Digest.of(uris.toString()).high() >>> 28, Character.MAX_RADIX);
  }

  /** The file of a shard, below the site root. */
  public String shardUri(int shard) {
    return Uris.searchShard(first, shard);
  }

  /** The files of all shards. */
  public List<String> shardUris() {
    return IntStream.range(0, shards()).mapToObj(this::shardUri).toList();
  }

  /** The file with what its articles can be filtered by. */
  public String facetsUri() {
    return Uris.searchFacets(first);
  }
}
