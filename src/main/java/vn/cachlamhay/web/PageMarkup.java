package vn.cachlamhay.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes out of a page what no reader sees, and writes plainly what scripts would have made of it:
 * pictures that load late, films in frames. Stateless.
 */
final class PageMarkup {

  private static final Pattern HIDDEN =
      Pattern.compile("(?i)(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  private static final Pattern VIDEO =
      Pattern.compile(
          "(?i).*(?:youtube(?:-nocookie)?\\.com/|youtu\\.be/|player\\.vimeo\\.com/"
              + "|facebook\\.com/plugins/video|dailymotion\\.com/|/video|\\.mp4|\\.m3u8|\\.mp3).*");

  /** Where scripts keep the address of a picture that is not loaded yet, the largest first. */
  private static final List<String> LATE =
      List.of(
          "data-original",
          "data-src",
          "data-lazy-src",
          "data-lazy",
          "data-echo",
          "data-url",
          "data-orig-file");

  private PageMarkup() {}

  /** Changes a page. */
  static void clean(Document page) {
    page.select("noscript").forEach(PageMarkup::openIfItHasThePicture);
    Removal.of(
        page.select(
            "script, noscript, template, link, svg, canvas, applet, input, select, textarea, meta,"
                + " dialog, [hidden], .screen-reader-text, .sr-only, .visually-hidden"));
    Removal.of(
        page.select("[style]").stream()
            .filter(element -> HIDDEN.matcher(element.attr("style")).find())
            .toList());
    page.select("amp-img").forEach(image -> image.tagName("img"));
    page.select("img").forEach(PageMarkup::loadPicture);
    Removal.of(page.select("picture > source"));
    page.select("iframe, embed, object, video, audio").forEach(PageMarkup::link);
  }

  /** A picture in {@code noscript} stands for the one before it, which has no address. */
  private static void openIfItHasThePicture(Element noscript) {
    Element before = noscript.previousElementSibling();
    Element image = noscript.selectFirst("img[src]");
    if (image == null || before == null || !before.normalName().equals("img")) {
      return;
    }
    if (!isAddress(before.attr("src")) && LATE.stream().noneMatch(before::hasAttr)) {
      before.attr("src", image.attr("src"));
    }
  }

  private static boolean isAddress(String src) {
    // a data: address of a few letters is the blank that stands in for the picture
    return !src.isBlank()
        && !(src.startsWith("data:") && src.length() < 400)
        && !src.toLowerCase(Locale.ROOT).matches(".*(?:blank|spacer|loading|placeholder)\\.\\w+");
  }

  private static void loadPicture(Element image) {
    if (!isAddress(image.attr("src"))) {
      LATE.stream()
          .map(image::attr)
          .filter(address -> !address.isBlank())
          .findFirst()
          .or(() -> Optional.of(largest(image)).filter(each -> !each.isEmpty()))
          .ifPresent(address -> image.attr("src", address.strip()));
    }
    image.removeAttr("srcset");
  }

  /** The last of a {@code srcset} is by custom the largest. */
  private static String largest(Element image) {
    String set = image.hasAttr("srcset") ? image.attr("srcset") : image.attr("data-srcset");
    String last = set.substring(set.lastIndexOf(", ") + 1).strip();
    return last.split("\\s+")[0];
  }

  private static void link(Element frame) {
    String address = frame.hasAttr("src") ? frame.attr("src") : frame.attr("data-src");
    if (address.isBlank()) {
      Element source = frame.selectFirst("source[src]");
      address = source == null ? frame.attr("data") : source.attr("src");
    }
    boolean media = frame.normalName().equals("video") || frame.normalName().equals("audio");
    if (address.isBlank() || !(media || VIDEO.matcher(address).matches())) {
      frame.remove();
      return;
    }
    String words = frame.normalName().equals("audio") ? "Âm thanh" : "Video";
    String title = frame.attr("title").strip();
    boolean says = !title.isEmpty() && !title.equalsIgnoreCase("YouTube video player");
    var link = new Element("a").attr("href", address).text(says ? words + ": " + title : words);
    frame.replaceWith(new Element("p").appendChild(link));
  }
}
