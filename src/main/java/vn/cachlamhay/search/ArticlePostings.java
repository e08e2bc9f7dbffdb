package vn.cachlamhay.search;

import java.util.Arrays;
import java.util.List;

/** Collects what stands in one article after the other. For one thread. */
final class ArticlePostings {

  private final Vocabulary vocabulary;
  private long[] codes = new long[1024];
  private int size;

  ArticlePostings(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The codes of an article in their order, each line once.
   *
   * @param article its number within the segment
   */
  long[] of(int article, List<Field> fields) {
    size = 0;
    for (Field field : fields) {
      collect(article, field);
    }
    Arrays.sort(codes, 0, size);
    return merged();
  }

  private void collect(int article, Field field) {
    var before = new Vocabulary.Word[1];
    Tokenizer.scan(
        field.text(),
        (text, start, end, joined) -> {
          Vocabulary.Word word = vocabulary.word(text.substring(start, end));
          add(PostingCode.of(word.id(), Line.Kind.SINGLE, 0, article, field.place()));
          if (joined) {
            add(pair(before[0], word, article, field.place()));
          }
          before[0] = word;
        });
  }

  private long pair(Vocabulary.Word first, Vocabulary.Word second, int article, int place) {
    return Syllables.isOwnedBySecond(
            first.folded(), first.rarity(), second.folded(), second.rarity())
        ? PostingCode.of(second.id(), Line.Kind.AFTER, first.id(), article, place)
        : PostingCode.of(first.id(), Line.Kind.BEFORE, second.id(), article, place);
  }

  private void add(long code) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size * 2);
    }
    codes[size++] = code;
  }

  /** Of several places the best counts; twice in the body is often. */
  private long[] merged() {
    int kept = 0;
    for (int i = 0; i < size; ) {
      int end = i + 1;
      while (end < size
          && PostingCode.withoutPlace(codes[end]) == PostingCode.withoutPlace(codes[i])) {
        end++;
      }
      long best = codes[end - 1];
      boolean often = end - i > 1 && PostingCode.place(best) == Field.BODY;
      codes[kept++] = often ? best + Field.BODY_OFTEN : best;
      i = end;
    }
    return Arrays.copyOf(codes, kept);
  }
}
