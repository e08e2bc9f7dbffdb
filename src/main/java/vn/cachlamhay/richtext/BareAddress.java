package vn.cachlamhay.richtext;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that stand in a text as they are. Markdown finds them by itself, but takes a backslash
 * in one for a part of it, and loses its way among straight quotation marks; so one that would need
 * a backslash, or stands among such marks, is written as a link. Stateless.
 */
final class BareAddress {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:https?://|www\\.)[a-z0-9][^\\s\ufdd2]*|[\\p{L}\\w.+-]{1,64}@[a-z0-9-]{1,63}\\.[^\\s\ufdd2]*");

  /** What of it is surely part of the address. */
  private static final Pattern SURE =
      Pattern.compile(
          "(?i)(?:https?://|www\\.)[a-z0-9/.?&=%_:;,~#+@!$'-]*[a-z0-9/=]"
              + "|[\\p{L}\\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}");

  private static final Pattern NEEDS_ESCAPE =
      Pattern.compile(
          "(?is).*(?:[\\\\`*\\[\\]<>|]|(?<![a-z0-9])_|_(?![a-z0-9])|&[a-z0-9#]+;).*|.*#");

  /** No paragraph that somebody wrote is longer. */
  private static final int LONGEST = 20_000;

  private BareAddress() {}

  /** Makes links of such addresses; the lists have one entry for each letter. */
  static void linkIn(CharSequence letters, List<Inline> origins) {
    if (letters.length() > LONGEST || !mayHold(letters)) {
      return;
    }
    boolean quotes = letters.toString().indexOf('"') >= 0 || letters.toString().indexOf('\'') >= 0;
    Matcher address = ADDRESS.matcher(letters);
    while (address.find()) {
      String run = address.group();
      if (quotes || NEEDS_ESCAPE.matcher(run).matches()) {
        Matcher sure = SURE.matcher(run);
        while (sure.find()) {
          int start = address.start() + sure.start();
          int end = address.start() + sure.end();
          LinkAddress.of(target(sure.group())).ifPresent(link -> put(origins, start, end, link));
        }
      }
    }
  }

  private static String target(String found) {
    if (found.regionMatches(true, 0, "http", 0, 4)) {
      return found;
    }
    return (found.contains("@") ? "mailto:" : "http://") + found;
  }

  private static boolean mayHold(CharSequence letters) {
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (c == '@' || c == ':' || c == 'w' || c == 'W') {
        return true;
      }
    }
    return false;
  }

  private static void put(List<Inline> origins, int start, int end, String link) {
    for (int i = start; i < end; i++) {
      if (origins.get(i) instanceof Inline.Words words && words.link().isEmpty()) {
        origins.set(i, new Inline.Words("", words.look(), link));
      }
    }
  }
}
