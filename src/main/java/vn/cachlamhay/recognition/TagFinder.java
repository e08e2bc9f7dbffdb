package vn.cachlamhay.recognition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Passage;

/** Finds tags and the names of attached files around a text. Stateless. */
final class TagFinder {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)^(?:tags?|từ khóa|từ khoá|thẻ|keywords?|từ khóa bài viết)\\s?:\\s?(?<tags>.*)$");
  private static final Pattern BARE = Pattern.compile("(?iu)^(?:tags?|từ khóa|từ khoá)$");
  private static final Pattern HASH =
      Pattern.compile("^#[\\p{L}\\d_]{2,40}(?:[\\s,]{1,3}#[\\p{L}\\d_]{2,40})*$");
  private static final Pattern BETWEEN = Pattern.compile("\\s?[,;|#•]\\s?");
  private static final int LONGEST = 50;

  private TagFinder() {}

  static void find(Work work) {
    int last = work.lastProse();
    int first = work.firstProse();
    for (int i = 0; i < work.size(); i++) {
      if ((i > last || i < first) && i != work.title() && work.isOpen(i)) {
        line(work, i);
      }
    }
    for (Hint hint : work.hints()) {
      if (hint.about() == Hint.About.TAG) {
        tags(hint.value(), hint.value(), Certainty.LIKELY, Where.PAGE_HEAD, work);
      }
    }
  }

  private static void line(Work work, int row) {
    String text = work.row(row).text();
    Matcher label = LABEL.matcher(text);
    if (label.matches()) {
      tags(label.group("tags"), text, Certainty.SURE, Where.BELOW_TEXT, work);
      if (label.group("tags").isBlank()) {
        items(work, row + 1);
        work.drop(row);
      } else {
        work.take(row);
      }
    } else if (BARE.matcher(text).matches()) {
      items(work, row + 1);
      work.drop(row);
    } else if (HASH.matcher(text).matches()) {
      tags(text, text, Certainty.SURE, Where.BELOW_TEXT, work);
      work.take(row);
    } else if (FurnitureWords.opensFiles(text) || FurnitureWords.isFile(text)) {
      work.drop(row);
    }
  }

  /** Tags as items of a list below their label, or between commas on the next line. */
  private static void items(Work work, int from) {
    for (int i = from; i < work.size() && work.isOpen(i); i++) {
      String text = work.row(i).text();
      boolean item = work.row(i).kind() == Passage.Kind.ITEM && text.length() <= LONGEST;
      boolean line =
          i == from && text.contains(",") && !Letters.endsSentence(text) && shortParts(text);
      if (!item && !line) {
        return;
      }
      tags(text, text, Certainty.SURE, Where.BELOW_TEXT, work);
      work.take(i);
    }
  }

  private static boolean shortParts(String text) {
    return BETWEEN.splitAsStream(text).allMatch(part -> Letters.words(part, 8) < 7);
  }

  private static void tags(String text, String quote, Certainty certainty, Where where, Work work) {
    for (String part : BETWEEN.split(text)) {
      String tag = part.strip();
      if (!tag.isEmpty() && tag.length() <= LONGEST) {
        work.found(Field.TAGS, tag, certainty, where, quote);
      }
    }
  }
}
