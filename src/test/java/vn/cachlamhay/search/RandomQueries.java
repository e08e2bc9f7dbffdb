package vn.cachlamhay.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cachlamhay.text.VietnameseText;

/**
 * Queries as people type them and as nobody does, out of the words of some texts: to compare two
 * ways of answering them. The same seed and texts make the same queries. For one thread.
 */
final class RandomQueries {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
  private static final String TELEX_TONES = "fsxrj";
  private static final String VNI_TONES = "21435";

  /** Letters with a mark of their own, and the keys that make them. */
  private static final Map<Integer, String> TELEX = keys("aw", "aa", "dd", "ee", "oo", "ow", "uw");

  private static final Map<Integer, String> VNI = keys("a8", "a6", "d9", "e6", "o6", "o7", "u7");

  private static final String[] KEYBOARD = {"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"};

  /**
   * What stands between or around words and is none: blanks, emoji of several characters and halves
   * of them, marks; numbers; letters whose small, large, composed or compatible forms are unusual;
   * names that a script's objects have from birth.
   */
  private static final List<String> ODD =
      items(
          """
          \u00a0 \u200b \u200d \u00ad \u2028 \ufeff \u0000 \ufffd \t
          😀 \ud83d\udc68\u200d\ud83d\udc67 🇻🇳 1\ufe0f\u20e3 \ud83d \ude00
          … – ␣–␣ — / \\ _ % & + * # @ ' ’ ` : ; ? ! ( ] { . .␣ , ,␣
          1,5 1.500 19/5 60-CT/TU 88,78% TP.HCM \u00b2 \u00bd \u2460
          \ufb01 ß \u0130 \u0131 ΟΔΟΣ Ж 日本 \ud55c \u1112\u1161\u11ab \u0967\u0968
          Ł Ø æ \u212a \u212b \u0301 a\u0308\u0323 \ud835\udc00
          __proto__ constructor toString undefined NaN
          """);

  private static final List<String> MARKUP =
      items(
          """
          <b>%s</b> <script>alert('%s')</script> "><img␣src=x␣onerror=alert(1)>%s </script>%s
          &lt;%s &nbsp;%s <!--␣%s␣--> ${%s} {{%s}} javascript:%s <%s
          """);

  private final SplittableRandom random;
  private final List<List<String>> texts;

  /**
   * @param texts with words between blanks; those without any are passed over
   * @throws IllegalArgumentException where no text has a word
   */
  RandomQueries(long seed, List<String> texts) {
    this.random = new SplittableRandom(seed);
    this.texts =
        texts.stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(text -> List.of(SPACE.split(text)))
            .toList();
    if (this.texts.isEmpty()) {
      throw new IllegalArgumentException("no words to make queries of");
    }
  }

  /** The next queries. */
  List<String> next(int count) {
    return IntStream.range(0, count).mapToObj(i -> next()).toList();
  }

  private String next() {
    List<String> words = new ArrayList<>(onceIn(4) ? scattered() : neighbours());
    if (onceIn(4)) {
      change(words, this::slip);
    }
    if (onceIn(10)) {
      change(words, word -> typed(word, TELEX, TELEX_TONES));
    }
    if (onceIn(14)) {
      change(words, word -> typed(word, VNI, VNI_TONES));
    }
    if (onceIn(8)) {
      words.add(below(words.size() + 1), pick(List.of("-", "-\"", "- ", "--")) + word());
    }
    if (onceIn(8)) {
      quote(words);
    }
    if (onceIn(8)) {
      change(words, word -> onceIn(2) ? word + pick(ODD) : pick(ODD) + word);
    }
    if (onceIn(20)) {
      change(words, word -> pick(MARKUP).replace("%s", word));
    }
    return finished(String.join(onceIn(20) ? "  " : " ", words));
  }

  /** What happens to a query as a whole. */
  private String finished(String query) {
    String text = query;
    if (onceIn(3)) {
      text = unmarked(text);
    }
    if (onceIn(3)) {
      text = text.substring(0, 1 + below(text.length()));
    }
    if (onceIn(8)) {
      text = text.toUpperCase(VietnameseText.LOCALE);
    }
    if (onceIn(8)) {
      text = Normalizer.normalize(text, Normalizer.Form.NFD);
    }
    if (onceIn(200)) {
      text = (text + pick(List.of("", " ", "-"))).repeat(50);
    }
    return onceIn(5) ? text + " " : text;
  }

  private List<String> neighbours() {
    List<String> text = pick(texts);
    int from = below(text.size());
    int length = onceIn(12) ? 40 : 1 + below(6);
    return text.subList(from, Math.min(text.size(), from + length));
  }

  private List<String> scattered() {
    return IntStream.range(0, 1 + below(4)).mapToObj(i -> word()).toList();
  }

  private String word() {
    return pick(pick(texts));
  }

  private void change(List<String> words, UnaryOperator<String> change) {
    int at = below(words.size());
    words.set(at, change.apply(words.get(at)));
  }

  /** Quotation marks around some of the words; now and then one of them is forgotten. */
  private void quote(List<String> words) {
    int from = below(words.size());
    int to = from + below(words.size() - from);
    boolean curly = onceIn(4);
    if (!onceIn(8)) {
      words.set(from, (curly ? "“" : "\"") + words.get(from));
    }
    if (!onceIn(8)) {
      words.set(to, words.get(to) + (curly ? "”" : "\""));
    }
  }

  private String slip(String word) {
    int at = below(word.length());
    String before = word.substring(0, at);
    String after = word.substring(at + 1);
    char key = word.charAt(at);
    return switch (below(7)) {
      case 0 -> at == 0 ? word : before.substring(0, at - 1) + key + word.charAt(at - 1) + after;
      case 1 -> before + beside(key) + after;
      case 2 -> word + TELEX_TONES.charAt(below(TELEX_TONES.length()));
      case 3 -> before + key + key + after;
      case 4 -> before + after;
      case 5 -> toned(word, "");
      default -> toned(word, TONES.substring(0, 1 + below(TONES.length())));
    };
  }

  /** The word with the last of some tones instead of its own; without any where there is none. */
  private static String toned(String word, String tones) {
    var changed = new StringBuilder();
    boolean given = false;
    for (char c : Normalizer.normalize(word, Normalizer.Form.NFD).toCharArray()) {
      if (TONES.indexOf(c) < 0) {
        changed.append(c);
        if (!given && !tones.isEmpty() && "aeiouy".indexOf(c) >= 0) {
          changed.append(tones.charAt(tones.length() - 1));
          given = true;
        }
      }
    }
    return VietnameseText.nfc(changed.toString());
  }

  private char beside(char key) {
    for (String row : KEYBOARD) {
      int at = row.indexOf(key);
      if (at >= 0) {
        return row.charAt(at == 0 || at < row.length() - 1 && onceIn(2) ? at + 1 : at - 1);
      }
    }
    return key;
  }

  /** The keys of an input method that was off; the tone after its vowel or at the end. */
  private String typed(String word, Map<Integer, String> keys, String toneKeys) {
    boolean toneLast = onceIn(2);
    var typed = new StringBuilder();
    var end = new StringBuilder();
    word.toLowerCase(VietnameseText.LOCALE)
        .codePoints()
        .forEach(
            letter -> {
              String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
              int tone = TONES.indexOf(parts.charAt(parts.length() - 1));
              String bare = tone < 0 ? Character.toString(letter) : toned(parts, "");
              typed.append(keys.getOrDefault(bare.codePointAt(0), bare));
              if (tone >= 0) {
                (toneLast ? end : typed).append(toneKeys.charAt(tone));
              }
            });
    return typed.append(end).toString();
  }

  /** Without diacritics, letters as large as they were. */
  private static String unmarked(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{Mn}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }

  private static Map<Integer, String> keys(String... keys) {
    String letters = "ăâđêôơư";
    return IntStream.range(0, keys.length)
        .boxed()
        .collect(Collectors.toMap(i -> (int) letters.charAt(i), i -> keys[i]));
  }

  /** What stands between blanks; {@code ␣} is a blank. */
  private static List<String> items(String text) {
    return Stream.of(text.strip().split("[ \\n]+")).map(item -> item.replace('␣', ' ')).toList();
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private boolean onceIn(int times) {
    return below(times) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }
}
