package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.cachlamhay.diag.Parallel;

/**
 * Makes the shards of a segment: the inverted index of its articles, by syllables and pairs of
 * neighbouring syllables, in exact form (the folded form of a line is the folding of its words, so
 * it need not be stored). The same articles give the same text, whatever the number of threads. For
 * one use.
 */
final class SegmentIndex {

  /** Articles that are gone through at a time. */
  private static final int CHUNK = 128;

  /**
   * What so many articles say fits into memory (7 KB each); of more the shards are made in several
   * rounds, each of which goes through all articles.
   */
  private static final int ARTICLES_A_ROUND = 35_000;

  private final int articles;
  private final IntFunction<List<Field>> fields;
  private final int shards;
  private final Syllables syllables;
  private final Vocabulary vocabulary;

  /**
   * @param articles how many
   * @param fields of an article by its number within the segment; asked for once a round, from any
   *     thread
   * @param shards how many
   */
  SegmentIndex(int articles, IntFunction<List<Field>> fields, int shards, Syllables syllables) {
    if (articles > PostingCode.MOST_ARTICLES) {
      throw new IllegalStateException("more than " + PostingCode.MOST_ARTICLES + " articles");
    }
    this.articles = articles;
    this.fields = fields;
    this.shards = shards;
    this.syllables = syllables;
    this.vocabulary = new Vocabulary(syllables, shards);
  }

  /** Takes the lines of each shard. */
  interface Sink {

    /** The lines of a shard, in their order; from any thread. */
    void shard(int number, List<Line> lines);
  }

  /** Makes the shards. */
  void make(Sink sink) {
    make(1 + (articles - 1) / ARTICLES_A_ROUND, sink);
  }

  /**
   * Makes the shards in several rounds, which gives the same.
   *
   * @param rounds how many
   */
  void make(int rounds, Sink sink) {
    var notes = new Followers(shards, syllables);
    List<Supplier<List<Line>>> made = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<List<Line>> lines = lines(shards * round / rounds, shards * (round + 1) / rounds);
      notes.take(lines);
      // what other rounds say of these shards is not known before the last of them
      made.addAll(
          rounds == 1
              ? lines.stream().<Supplier<List<Line>>>map(each -> () -> each).toList()
              : lines.parallelStream().<Supplier<List<Line>>>map(PackedLines::new).toList());
    }
    Parallel.forEach(
        IntStream.range(0, shards).boxed().toList(),
        shard -> sink.shard(shard, notes.added(made.get(shard).get(), shard)));
  }

  /** The lines of some shards, without the notes of others. */
  private List<List<Line>> lines(int from, int to) {
    List<long[][]> chunks =
        IntStream.range(0, (articles + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToObj(
                chunk -> {
                  var collector = new ArticlePostings(vocabulary);
                  List<long[]> found = new ArrayList<>();
                  for (int i = chunk * CHUNK; i < Math.min(articles, (chunk + 1) * CHUNK); i++) {
                    found.add(collector.of(i, fields.apply(i)));
                  }
                  return byShard(found, from, to);
                })
            .toList();
    return IntStream.range(0, to - from)
        .parallel()
        .mapToObj(shard -> lines(chunks, shard, vocabulary))
        .toList();
  }

  private long[][] byShard(List<long[]> found, int from, int to) {
    var of = new int[found.stream().mapToInt(codes -> codes.length).sum()];
    var sizes = new int[to - from];
    int at = 0;
    for (long[] codes : found) {
      for (long code : codes) {
        int shard = vocabulary.shard(code) - from;
        of[at++] = shard;
        if (shard >= 0 && shard < sizes.length) {
          sizes[shard]++;
        }
      }
    }
    var result = new long[sizes.length][];
    Arrays.setAll(result, shard -> new long[sizes[shard]]);
    Arrays.fill(sizes, 0);
    at = 0;
    for (long[] codes : found) {
      for (long code : codes) {
        int shard = of[at++];
        if (shard >= 0 && shard < sizes.length) {
          result[shard][sizes[shard]++] = code;
        }
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
