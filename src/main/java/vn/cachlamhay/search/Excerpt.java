package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a result says of an article for a query: its title, and what it writes where most of the
 * query stands. {@code script/excerpt.js} chooses the same way. Immutable.
 */
public record Excerpt(Passage title, Passage text) {

  /** This much more is better than to end just before the text does. */
  private static final int REST = 20;

  /**
   * A word of the text that the query asks for.
   *
   * @param word its number in the query
   * @param loose whether it has other marks than the one that was typed
   * @param at its number in the text
   */
  private record Hit(int word, boolean loose, int at, int start, int end) {}

  /** From where to where an excerpt goes. */
  private record Span(int start, int end) {}

  /**
   * The excerpt of an article.
   *
   * @param words of the query
   * @param length in UTF-16 units, roughly
   */
  public static Excerpt of(Searcher.Shown article, List<Searcher.Word> words, int length) {
    String title = article.title();
    String text = text(article.summary(), article.text());
    List<Hit> inTitle = hits(title, words);
    List<Hit> inText = hits(text, words);
    // where a word stands as it was typed, the same letters with other marks are another word
    var exact = new HashSet<Integer>();
    Stream.of(inTitle, inText)
        .flatMap(List::stream)
        .filter(hit -> !hit.loose)
        .forEach(hit -> exact.add(hit.word));
    inTitle.removeIf(hit -> hit.loose && exact.contains(hit.word));
    inText.removeIf(hit -> hit.loose && exact.contains(hit.word));
    return new Excerpt(
        passage(title, new Span(0, title.length()), inTitle),
        passage(text, cut(text, inText, length), inText));
  }

  /** The lead and the body, unless the one is the beginning of the other. */
  private static String text(String summary, String body) {
    String beginning = summary.replaceFirst("\\s*…$", "");
    return body.replace('\n', ' ').startsWith(beginning) ? body : summary + "\n" + body;
  }

  private static List<Hit> hits(String text, List<Searcher.Word> words) {
    var hits = new ArrayList<Hit>();
    List<Tokenizer.Token> tokens = Tokenizer.tokens(text);
    for (int at = 0; at < tokens.size(); at++) {
      Tokenizer.Token token = tokens.get(at);
      int word = first(words, token, false);
      boolean loose = word < 0;
      word = loose ? first(words, token, true) : word;
      if (word >= 0) {
        hits.add(new Hit(word, loose, at, token.start(), token.end()));
      }
    }
    return hits;
  }

  /** The first word for which a token may stand, or -1. */
  private static int first(List<Searcher.Word> words, Tokenizer.Token token, boolean loose) {
    for (int i = 0; i < words.size(); i++) {
      Searcher.Word word = words.get(i);
      boolean alike = (loose || word.bare()) && word.folded().contains(token.folded());
      if (alike || (!loose && word.exact().equals(token.exact()))) {
        return i;
      }
    }
    return -1;
  }

  /** Around the most and the rarest words of the query, best side by side. */
  private static Span cut(String text, List<Hit> hits, int length) {
    Map<Integer, Integer> often = new HashMap<>();
    hits.forEach(hit -> often.merge(hit.word, 1, Integer::sum));
    double best = 0;
    var core = new Span(0, 0);
    for (int i = 0; i < hits.size(); i++) {
      int from = hits.get(i).start;
      Set<Integer> words = new HashSet<>();
      Set<Integer> pairs = new HashSet<>();
      double score = 0;
      for (int j = i; j < hits.size() && hits.get(j).end - from < length; j++) {
        Hit hit = hits.get(j);
        double worth = 1 + 1.0 / often.get(hit.word);
        score += words.add(hit.word) ? worth : 0;
        score += j > i && isNext(hits.get(j - 1), hit) && pairs.add(hit.word) ? 2 * worth : 0;
        if (score > best) {
          best = score;
          core = new Span(from, hit.end);
        }
      }
    }
    int start = start(text, core, length);
    int end = text.length();
    if (end >= start + length + REST) {
      end = Math.max(text.lastIndexOf(' ', start + length), core.end);
    }
    return new Span(start, end);
  }

  private static boolean isNext(Hit before, Hit hit) {
    return hit.at == before.at + 1 && hit.word == before.word + 1;
  }

  /** Where the sentence begins, or else a word before the middle. */
  private static int start(String text, Span core, int length) {
    int spare = length - (core.end - core.start);
    int earliest = Math.max(core.start - spare, 0);
    for (int at = core.start; at > earliest; at--) {
      if (beginsSentence(text, at, earliest)) {
        return at;
      }
    }
    int blank = text.indexOf(' ', earliest + spare / 2);
    return core.start > spare && blank >= 0 && blank < core.start ? blank + 1 : earliest;
  }

  private static boolean beginsSentence(String text, int at, int earliest) {
    char before = text.charAt(at - 1);
    return before == '\n'
        || (before == ' ' && at - 2 >= earliest && ".!?".indexOf(text.charAt(at - 2)) >= 0);
  }

  private static Passage passage(String text, Span span, List<Hit> hits) {
    var plain = new PlainText();
    if (span.start > 0 && text.charAt(span.start - 1) != '\n') {
      plain.add("… ");
    }
    var marks = new ArrayList<Passage.Mark>();
    int at = span.start;
    for (Hit hit : hits) {
      if (hit.start < span.start || hit.end > span.end) {
        continue;
      }
      boolean goesOn = !marks.isEmpty() && text.substring(at, hit.start).matches("[ -]");
      plain.add(text, at, hit.start);
      int start = goesOn ? marks.remove(marks.size() - 1).start() : plain.end();
      plain.add(text, hit.start, hit.end);
      marks.add(new Passage.Mark(start, plain.end()));
      at = hit.end;
    }
    plain.add(text, at, span.end);
    if (span.end < text.length()) {
      plain.add(" …");
    }
    return new Passage(plain.toString(), marks);
  }
}
