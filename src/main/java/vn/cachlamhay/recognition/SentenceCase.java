package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.text.VietnameseText;

/**
 * Brings a title in capitals to sentence case. Names keep the capitals that they have in the text,
 * in the list of places and in the table of names that everybody knows. Immutable and thread-safe.
 */
final class SentenceCase {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
  private static final int LONGEST_NAME = 7;
  private static final int TEXT = 60_000;

  private final Map<String, String> known = new HashMap<>();

  SentenceCase(Gazetteer places) {
    for (List<String> row : WordTable.rows("cases.txt")) {
      row.forEach(name -> known.put(Letters.key(name), name));
    }
    for (Locality unit : places.all()) {
      unit.namings()
          .forEach(naming -> known.putIfAbsent(Letters.key(naming.name()), naming.name()));
    }
  }

  /** The title itself where it is not in capitals. */
  String of(String title, Work work) {
    if (!Letters.capitals(title) || Letters.words(title, 2) < 2) {
      return title;
    }
    Map<String, String> names = namesOf(work);
    var words = new ArrayList<int[]>();
    Matcher matcher = WORD.matcher(title);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    var out = new StringBuilder(title.toLowerCase(VietnameseText.LOCALE));
    int i = 0;
    while (i < words.size()) {
      i += Math.max(1, name(title, words, i, names, out));
    }
    for (int k = 0; k < words.size(); k++) {
      int start = words.get(k)[0];
      String before = title.substring(0, start).strip();
      boolean begins = k == 0 || ".!?".indexOf(before.charAt(before.length() - 1)) >= 0;
      if (begins) {
        out.setCharAt(start, Character.toUpperCase(out.charAt(start)));
      }
    }
    return out.toString();
  }

  /** Writes the longest name that begins at a word; how many words it has. */
  private int name(
      String title, List<int[]> words, int first, Map<String, String> names, StringBuilder out) {
    for (int last = Math.min(words.size(), first + LONGEST_NAME) - 1; last >= first; last--) {
      int start = words.get(first)[0];
      int end = words.get(last)[1];
      String key = Letters.key(title.substring(start, end));
      String name = names.getOrDefault(key, known.get(key));
      if (name != null && name.length() == end - start) {
        out.replace(start, end, name);
        return last - first + 1;
      }
      if (name != null) {
        capitalize(words.subList(first, last + 1), out);
        return last - first + 1;
      }
    }
    return 0;
  }

  private static void capitalize(List<int[]> words, StringBuilder out) {
    words.forEach(w -> out.setCharAt(w[0], Character.toUpperCase(out.charAt(w[0]))));
  }

  /** Runs of words with capitals within sentences, and short forms in capitals. */
  private static Map<String, String> namesOf(Work work) {
    var names = new HashMap<String, String>();
    var plain = new HashMap<String, Integer>();
    int read = 0;
    for (int i = 0; i < work.size() && read < TEXT; i++) {
      String text = work.row(i).text();
      if (!Letters.capitals(text) && text.length() < TEXT) {
        read += text.length();
        collect(text, names, plain);
      }
    }
    names.keySet().removeIf(name -> !name.contains(" ") && plain.getOrDefault(name, 0) > 0);
    return names;
  }

  private static void collect(String text, Map<String, String> names, Map<String, Integer> plain) {
    int start = -1;
    int end = -1;
    Matcher matcher = WORD.matcher(text);
    int before = 0;
    while (matcher.find()) {
      String gap = text.substring(before, matcher.start());
      boolean sentence = before == 0 || gap.matches("(?s).*[.!?:;…\"“(\\n-].*");
      boolean capital = Character.isUpperCase(matcher.group().codePointAt(0));
      boolean joined = gap.equals(" ");
      if (start >= 0 && !(capital && joined)) {
        put(text.substring(start, end), names);
        start = -1;
      }
      if (capital
          && start < 0
          && (!sentence || Letters.capitals(matcher.group()) && matcher.group().length() > 1)) {
        start = matcher.start();
      }
      if (start >= 0) {
        end = matcher.end();
      }
      if (!capital) {
        plain.merge(Letters.key(matcher.group()), 1, Integer::sum);
      }
      before = matcher.end();
    }
    if (start >= 0) {
      put(text.substring(start, end), names);
    }
  }

  private static void put(String name, Map<String, String> names) {
    names.putIfAbsent(Letters.key(name), name);
  }
}
