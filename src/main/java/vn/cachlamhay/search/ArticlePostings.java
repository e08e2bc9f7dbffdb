package vn.cachlamhay.search;

import java.util.Arrays;
import java.util.List;

/**
 * Collects what stands in one article after the other. Words of a title make pairs across commas,
 * colons and quotation marks too, because whoever looks for a title leaves these out; such pairs
 * are marked, since words in quotation marks do not mean them. For one thread.
 */
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
    var pair = new int[] {-1};
    Tokenizer.scan(
        field.text(),
        (text, start, end, joined) -> {
          Vocabulary.Word word = vocabulary.word(text.substring(start, end));
          add(PostingCode.of(word.id(), Line.Kind.SINGLE, 0, article, field.place(), 0));
          if (joined || (before[0] != null && field.place() == Field.TITLE)) {
            if (pair[0] >= 0) {
              codes[pair[0]] |= word.next();
            }
            pair[0] = size;
            add(pair(before[0], word, joined, article, field.place()));
          } else {
            pair[0] = -1;
          }
          before[0] = word;
        });
  }

  private long pair(
      Vocabulary.Word first, Vocabulary.Word second, boolean joined, int article, int place) {
    boolean bySecond =
        Syllables.isOwnedBySecond(first.folded(), first.rarity(), second.folded(), second.rarity());
    Vocabulary.Word owner = bySecond ? second : first;
    Vocabulary.Word other = bySecond ? first : second;
    int otherId = joined ? other.id() : vocabulary.apart(other).id();
    Line.Kind kind = bySecond ? Line.Kind.AFTER : Line.Kind.BEFORE;
    // worth less than the same words side by side
    int value = joined ? place : Field.LEAD;
    return PostingCode.of(owner.id(), kind, otherId, article, value, 0);
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
      int end = i;
      int next = 0;
      while (end < size
          && PostingCode.withoutMarks(codes[end]) == PostingCode.withoutMarks(codes[i])) {
        next |= PostingCode.next(codes[end++]);
      }
      int place = PostingCode.place(codes[end - 1]);
      boolean often = end - i > 1 && place == Field.BODY;
      codes[kept++] = PostingCode.with(codes[i], often ? Field.BODY_OFTEN : place, next);
      i = end;
    }
    return Arrays.copyOf(codes, kept);
  }
}
