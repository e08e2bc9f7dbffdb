package vn.cachlamhay.host;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Content Security Policy of a page. The template is the one place where a site writes it; what
 * hosts send is read from the page that came of it, so a site with templates of its own has its own
 * policy everywhere, or none. Stateless.
 */
public final class PagePolicy {

  private static final Pattern META = Pattern.compile("<meta\\b[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED =
      Pattern.compile(
          "\\bhttp-equiv\\s*=\\s*[\"']?content-security-policy[\"'\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTENT =
      Pattern.compile("\\bcontent\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);

  private PagePolicy() {}

  /** The policy that a page has in its head, in one line; empty where it has none. */
  public static String of(String html) {
    int end = html.toLowerCase(Locale.ROOT).indexOf("</head>");
    Matcher meta = META.matcher(end < 0 ? html : html.substring(0, end));
    while (meta.find()) {
      Matcher content = CONTENT.matcher(meta.group());
      if (NAMED.matcher(meta.group()).find() && content.find()) {
        return oneLine(content.group(1) == null ? content.group(2) : content.group(1));
      }
    }
    return "";
  }

  /** What a host sends: also who may put the page into a frame, which no page can say itself. */
  static String sent(String policy) {
    String frames = "frame-ancestors 'self'";
    if (policy.isEmpty()) {
      return frames;
    }
    return policy.contains("frame-ancestors") ? policy : policy + "; " + frames;
  }

  /** A header is of printable ASCII; a quotation mark would end it in the files of some hosts. */
  private static String oneLine(String text) {
    String plain =
        text.replace("&#39;", "'")
            .replace("&#x27;", "'")
            .replace("&apos;", "'")
            .replace("&quot;", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .replaceAll("\\s+", " ")
            .strip();
    return plain.replaceAll("[^ -~]|[\"\\\\]", "").replaceFirst(";$", "");
  }
}
