package vn.cachlamhay.recognition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Passage;

/**
 * Finds the authors below the text or below the title, and where a text was taken from. Whoever is
 * quoted in the text did not write it. Immutable and thread-safe.
 */
final class BylineFinder {

  private static final int MOST_NAMES = 4;
  private static final int TAIL = 80;

  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?iu)^(?:t/?m\\.?|kt\\.?|tl\\.?|tuq\\.?|nơi nhận|\\(?đã ký\\)?|bí thư|phó bí thư|chủ tịch|phó chủ tịch|giám đốc"
              + "|trưởng ban|phó trưởng ban|chánh văn phòng|hiệu trưởng|người lập|thủ trưởng)(?!\\p{L}).{0,60}$");
  private static final Pattern CLOSED = Pattern.compile("\\./\\.\\s{0,3}");
  private static final Set<String> MACHINES =
      Set.of(
          "admin",
          "administrator",
          "user",
          "quản trị",
          "ban quản trị",
          "quantri",
          "windows user",
          "pc",
          "hp",
          "dell",
          "lenovo",
          "asus",
          "acer",
          "microsoft",
          "editor",
          "biên tập");

  private final Set<String> places;

  BylineFinder(Gazetteer places) {
    this.places =
        places.all().stream()
            .flatMap(unit -> unit.namings().stream())
            .map(Locality.Naming::name)
            .map(Letters::key)
            .collect(Collectors.toUnmodifiableSet());
  }

  void find(Work work, int end) {
    int last = work.lastProse(end);
    if (last >= 0) {
      below(work, last + 1, end);
      endOfText(work, last);
    }
    between(work);
    hints(work);
  }

  private void below(Work work, int from, int end) {
    long names =
        IntStream.range(from, end)
            .filter(work::isOpen)
            .filter(
                i ->
                    BylineLine.read(work.row(i).text(), false)
                        .filter(b -> !b.labelled())
                        .isPresent())
            .count();
    for (int i = from; i < end; i++) {
      boolean line = work.isOpen(i) && work.row(i).kind() != Passage.Kind.ITEM;
      boolean signed = i > 0 && SIGNATURE.matcher(work.row(i - 1).text()).matches();
      if (line && !signed && !SIGNATURE.matcher(work.row(i).text()).matches()) {
        BylineLine.read(work.row(i).text(), false)
            .filter(byline -> byline.labelled() || names <= MOST_NAMES)
            .filter(byline -> !byline.photo())
            .filter(byline -> isAuthor(byline, work))
            .ifPresent(take(work, i, Where.BELOW_TEXT));
      }
    }
  }

  private static Consumer<BylineLine> take(Work work, int row, Where where) {
    return byline -> {
      tell(byline, where, work.row(row).text(), work);
      work.take(row);
    };
  }

  private static void tell(BylineLine byline, Where where, String quote, Work work) {
    Certainty certainty = byline.labelled() ? Certainty.SURE : Certainty.LIKELY;
    byline.authors().forEach(name -> work.found(Field.AUTHOR, name, certainty, where, quote));
    if (!byline.source().isEmpty()) {
      work.found(Field.SOURCE, byline.source(), Certainty.SURE, where, quote);
    }
  }

  /** Names at the end of the last paragraph: behind "./.", or in capitals behind the full stop. */
  private void endOfText(Work work, int last) {
    String text = work.row(last).text();
    int from = Math.max(0, text.length() - TAIL);
    String tail = text.substring(from);
    Matcher closed = CLOSED.matcher(tail);
    int start = -1;
    while (closed.find()) {
      start = closed.end();
    }
    if (start < 0) {
      int stop =
          Math.max(
              tail.lastIndexOf(". "), Math.max(tail.lastIndexOf("! "), tail.lastIndexOf(".  ")));
      boolean capitals = stop >= 0 && Letters.capitals(tail.substring(stop + 1));
      boolean labelled = stop >= 0 && tail.substring(stop + 1).contains(":");
      boolean brackets = stop >= 0 && tail.substring(stop + 1).strip().startsWith("(");
      start = capitals || labelled || brackets ? stop + 2 : -1;
    }
    if (start >= 0 && start < tail.length()) {
      String name = tail.substring(start);
      int at = from + start;
      BylineLine.read(name, false)
          .filter(byline -> !byline.photo() && isAuthor(byline, work))
          .ifPresent(
              byline -> {
                tell(byline, Where.BELOW_TEXT, name.strip(), work);
                int cut = at;
                while (cut > 0 && Character.isWhitespace(text.charAt(cut - 1))) {
                  cut--;
                }
                work.cut(last, cut, text.length());
              });
    }
  }

  /** Between the title and the text; the day may stand on the same line. */
  private void between(Work work) {
    int first = work.firstProse();
    for (int i = Math.max(0, work.title() + 1); i < first && i < work.size(); i++) {
      boolean line = work.isOpen(i) && work.row(i).kind() == Passage.Kind.PARAGRAPH;
      if (line && work.title() >= 0) {
        String text = work.row(i).text();
        String names = DateLine.read(text).map(DateLine::rest).orElse(text);
        boolean dated = !names.equals(text);
        BylineLine.read(names, dated)
            .filter(byline -> !byline.photo())
            .filter(byline -> byline.labelled() || !work.has(Field.AUTHOR))
            .filter(byline -> isAuthor(byline, work))
            .ifPresent(take(work, i, Where.ABOVE_TEXT));
      }
    }
  }

  /** A name that stands in the text is that of somebody whom it quotes; a place is none. */
  private boolean isAuthor(BylineLine byline, Work work) {
    if (byline.labelled()) {
      return true;
    }
    for (String name : byline.authors()) {
      if (places.contains(Letters.key(name)) || isInText(name, work)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInText(String name, Work work) {
    for (int i = 0; i < work.size(); i++) {
      Row row = work.row(i);
      if (row.isProse() && row.text().indexOf(name) >= 0 && !row.text().endsWith(name)) {
        return true;
      }
    }
    return false;
  }

  private static void hints(Work work) {
    for (Hint hint : work.hints()) {
      if (hint.about() == Hint.About.AUTHOR) {
        String written = hint.value();
        boolean machine = MACHINES.contains(written.toLowerCase(Locale.ROOT));
        Optional<BylineLine> byline = machine ? Optional.empty() : BylineLine.read(written, true);
        List<String> names = byline.map(BylineLine::authors).orElse(List.of());
        boolean sure = !DateFinder.isOfProperties(hint) && !work.has(Field.AUTHOR);
        Where where = DateFinder.isOfProperties(hint) ? Where.PROPERTIES : Where.PAGE_HEAD;
        names.forEach(
            name ->
                work.found(
                    Field.AUTHOR, name, sure ? Certainty.LIKELY : Certainty.GUESS, where, written));
      }
    }
  }
}
