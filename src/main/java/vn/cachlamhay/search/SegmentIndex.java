package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Makes the shards of a segment: the inverted index of its articles, by syllables and pairs of
 * neighbouring syllables, in exact form (the folded form of a line is the folding of its words, so
 * it need not be stored). The same articles give the same text, whatever the number of threads.
 * Stateless.
 */
final class SegmentIndex {

  /** Articles that are gone through at a time. */
  private static final int CHUNK = 128;

  private SegmentIndex() {}

  /**
   * The lines of every shard.
   *
   * @param articles how many
   * @param fields of an article by its number within the segment; asked once for each, from any
   *     thread
   * @param shards how many
   */
  static List<List<Line>> lines(
      int articles, IntFunction<List<Field>> fields, int shards, Syllables syllables) {
    if (articles > PostingCode.MOST_ARTICLES) {
      throw new IllegalStateException("more than " + PostingCode.MOST_ARTICLES + " articles");
    }
    var vocabulary = new Vocabulary(syllables, shards);
    List<List<long[]>> postings =
        IntStream.range(0, (articles + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToObj(
                chunk -> {
                  var collector = new ArticlePostings(vocabulary);
                  List<long[]> found = new ArrayList<>();
                  for (int i = chunk * CHUNK; i < Math.min(articles, (chunk + 1) * CHUNK); i++) {
                    found.add(collector.of(i, fields.apply(i)));
                  }
                  return found;
                })
            .toList();
    // the vocabulary is complete from here on
    List<long[][]> chunks =
        postings.parallelStream().map(found -> byShard(found, shards, vocabulary)).toList();
    List<List<Line>> lines =
        IntStream.range(0, shards)
            .parallel()
            .mapToObj(shard -> lines(chunks, shard, vocabulary))
            .toList();
    return Followers.added(lines, syllables);
  }

  private static long[][] byShard(Collection<long[]> articles, int shards, Vocabulary vocabulary) {
    var sizes = new int[shards];
    for (long[] codes : articles) {
      for (long code : codes) {
        sizes[vocabulary.shard(code)]++;
      }
    }
    var result = new long[shards][];
    Arrays.setAll(result, shard -> new long[sizes[shard]]);
    Arrays.fill(sizes, 0);
    for (long[] codes : articles) {
      for (long code : codes) {
        int shard = vocabulary.shard(code);
        result[shard][sizes[shard]++] = code;
      }
    }
    return result;
  }

  private static List<Line> lines(List<long[][]> chunks, int shard, Vocabulary vocabulary) {
    long[] codes = chunks.stream().flatMapToLong(chunk -> Arrays.stream(chunk[shard])).toArray();
    Arrays.sort(codes);
    var lines = new ArrayList<Line>();
    for (int i = 0; i < codes.length; ) {
      int from = i;
      while (i < codes.length && PostingCode.line(codes[i]) == PostingCode.line(codes[from])) {
        i++;
      }
      lines.add(line(codes, from, i, vocabulary));
    }
    lines.sort(Line.ORDER);
    return lines;
  }

  /** The line that some codes make. */
  static Line line(long[] codes, int from, int to, Vocabulary vocabulary) {
    Line.Kind kind = Line.Kind.values()[PostingCode.kind(codes[from])];
    var text = new StringBuilder();
    var writer = new Postings.Writer(kind, text);
    for (int i = from; i < to; i++) {
      writer.add(
          PostingCode.article(codes[i]), PostingCode.place(codes[i]), PostingCode.next(codes[i]));
    }
    String owner = vocabulary.word(PostingCode.owner(codes[from])).exact();
    String other =
        kind == Line.Kind.SINGLE ? "" : vocabulary.word(PostingCode.other(codes[from])).exact();
    return new Line(owner, kind, other, text.toString());
  }
}
