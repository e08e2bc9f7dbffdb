package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.text.VietnameseText;

/**
 * What somebody looks for. {@code script/query.js} reads queries the same way. Immutable.
 *
 * @param text NFC, single blanks
 * @param terms the words that are wanted, in their order
 * @param phrases those of them that have to stand as they are, as numbers of terms
 * @param excluded words that must not be there, each list as a phrase
 * @param bare whether it was typed without any diacritic: then every marking of its words is meant
 * @param unfinished whether the last word may go on
 */
record Query(
    String text,
    List<Term> terms,
    List<List<Integer>> phrases,
    List<List<Term>> excluded,
    boolean bare,
    boolean unfinished) {

  /** What is longer is a text and no query. */
  private static final int MOST_TERMS = 24;

  /**
   * A word.
   *
   * @param joined whether it stands side by side with the one before
   * @param quoted whether it stands in quotation marks
   */
  record Term(String exact, String folded, boolean joined, boolean quoted) {}

  /** Reads a query. */
  static Query parse(String written) {
    String spaced = VietnameseText.nfc(written).replaceAll("[\\s\u00a0]+", " ");
    String text = spaced.strip();
    var reader = new Reader(text.replaceAll("[“”„«»]", "\""));
    reader.read();
    return new Query(
        text,
        List.copyOf(reader.terms),
        List.copyOf(reader.phrases),
        List.copyOf(reader.excluded),
        reader.terms.stream().map(Term::exact).allMatch(VietnameseText::isPlainAscii),
        reader.open && !spaced.endsWith(" "));
  }

  /** Goes through a query part by part. */
  private static final class Reader {

    private final String text;
    private final List<Term> terms = new ArrayList<>();
    private final List<List<Integer>> phrases = new ArrayList<>();
    private final List<List<Term>> excluded = new ArrayList<>();
    private boolean open;

    Reader(String text) {
      this.text = text;
    }

    void read() {
      int at = 0;
      int plain = 0;
      while (at < text.length()) {
        boolean minus = isMinus(at);
        if (!minus && text.charAt(at) != '"') {
          at++;
          continue;
        }
        plain(text.substring(plain, at));
        int from = minus ? at + 1 : at;
        boolean quoted = text.charAt(from) == '"';
        from += quoted ? 1 : 0;
        int end = text.indexOf(quoted ? '"' : ' ', from);
        end = end < 0 ? text.length() : end;
        part(text.substring(from, end), minus);
        at = Math.min(text.length(), quoted ? end + 1 : end);
        plain = at;
      }
      plain(text.substring(plain));
    }

    /** At the beginning of a word, and with something to leave out. */
    private boolean isMinus(int at) {
      return text.charAt(at) == '-'
          && (at == 0 || text.charAt(at - 1) == ' ')
          && at + 1 < text.length()
          && text.charAt(at + 1) != ' '
          && text.charAt(at + 1) != '-';
    }

    private void plain(String part) {
      List<Tokenizer.Token> tokens = Tokenizer.tokens(part);
      tokens.forEach(token -> add(terms, token, false));
      open = !tokens.isEmpty() && tokens.get(tokens.size() - 1).end() == part.length();
    }

    private void part(String part, boolean minus) {
      var words = new ArrayList<Term>();
      Tokenizer.tokens(part).forEach(token -> add(words, token, true));
      if (words.isEmpty()) {
        return;
      }
      if (minus) {
        excluded.add(words);
        return;
      }
      var phrase = new ArrayList<Integer>();
      for (Term word : words) {
        if (terms.size() < MOST_TERMS) {
          phrase.add(terms.size());
          terms.add(word);
        }
      }
      phrases.add(phrase);
    }

    private static void add(List<Term> to, Tokenizer.Token token, boolean quoted) {
      if (to.size() < MOST_TERMS) {
        to.add(new Term(token.exact(), token.folded(), token.joined(), quoted));
      }
    }
  }
}
