package vn.cachlamhay.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.richtext.FileSource;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript;

/** Makes a manuscript of the HTML of a page. Stateless. */
final class WebPage {

  /** Letters of the shortest text that is taken without a word. */
  private static final int SHORTEST = 250;

  private WebPage() {}

  /**
   * Reads a page.
   *
   * @param markup without large {@code data:} addresses
   * @param address where it was fetched; empty of a saved page, whose files lie beside it
   * @param place where notices belong to
   * @param more hints that do not stand in the page, behind all others
   */
  static Manuscript read(
      String markup,
      Optional<URI> address,
      FileSource files,
      String place,
      List<Hint> more,
      List<Problem> notices) {
    Document page = Jsoup.parse(markup, address.map(URI::toString).orElse(""));
    var told = new ArrayList<>(notices);
    if (PageLetters.repair(page)
        && told.stream().noneMatch(each -> each.code() == ProblemCode.WEB_CHU_CU)) {
      told.add(Problem.of(ProblemCode.WEB_CHU_CU, SourcePos.ofFile(place), "TCVN3, VNI"));
    }
    if (address.isEmpty()) {
      // links of a saved page are those of the place it was saved from
      origin(page).ifPresent(page::setBaseUri);
    }
    List<Hint> hints = PageHints.of(page);
    Element base = page.selectFirst("base[href]");
    String baseUri = base == null ? page.baseUri() : base.absUrl("href");
    MainContent.Found found = MainContent.of(page, hints);
    var all = new ArrayList<Hint>();
    if (found.html().body().text().length() < SHORTEST) {
      told.add(Problem.of(ProblemCode.WEB_IT_CHU, SourcePos.ofFile(place)));
    }
    for (Hint hint : hints) {
      all.add(
          hint.about() == Hint.About.IMAGE
              ? new Hint(Hint.About.IMAGE, absolute(baseUri, hint.value()), hint.where())
              : hint);
    }
    all.addAll(more);
    found.html().setBaseUri(baseUri);
    String links = address.isPresent() ? "a[href], img[src]" : "a[href]";
    for (Element link : found.html().select(links)) {
      String name = link.normalName().equals("a") ? "href" : "src";
      link.attr(name, absolute(baseUri, link.attr(name)));
    }
    List<Manuscript.Attachment> attachments =
        found.attachments().stream()
            .map(each -> new Manuscript.Attachment(each.label(), absolute(baseUri, each.address())))
            .toList();
    return new Manuscript(found.html(), all, attachments, files, found.dropped(), told);
  }

  private static Optional<String> origin(Document page) {
    return PageHints.savedFrom(page)
        .or(
            () ->
                Optional.ofNullable(page.selectFirst("link[rel=canonical][href^=http]"))
                    .map(link -> link.attr("href")))
        .or(
            () ->
                Optional.ofNullable(page.selectFirst("meta[property=og:url][content^=http]"))
                    .map(meta -> meta.attr("content")));
  }

  private static String absolute(String base, String written) {
    String address = written.strip();
    boolean relative = !address.startsWith("#") && !address.matches("(?is)[a-z][a-z0-9+.-]*:.*");
    if (!relative || base.isEmpty() || address.isEmpty()) {
      return address;
    }
    var link = new Element("a");
    link.setBaseUri(base);
    link.attr("href", address);
    String whole = link.absUrl("href");
    return whole.isEmpty() ? address : whole;
  }
}
