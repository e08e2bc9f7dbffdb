package vn.cachlamhay.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Hint.About;
import vn.cachlamhay.text.VietnameseText;

/**
 * What a page says of its article outside of its text, the most trustworthy first: JSON-LD, Open
 * Graph, Dublin Core and the tags of Google Scholar, microdata, {@code time}, and what can be told
 * from its title and its furniture. For one page.
 */
final class PageHints {

  private static final int LONGEST = 2000;
  private static final int MOST_TAGS = 20;

  /** {@code <!-- saved from url=(0034)https://… -->} as browsers of Microsoft and Google write. */
  private static final Pattern SAVED_FROM =
      Pattern.compile("saved from url=\\(\\d{1,6}\\)\\s*(\\S+)");

  /** Names of {@code meta}, in the order of trust. */
  private static final String META =
      """
      title: og:title twitter:title dc.title dcterms.title citation_title
      date: article:published_time og:published_time pubdate publishdate publish_date dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date citation_publication_date citation_date parsely-pub-date
      author: article:author author dc.creator dcterms.creator citation_author parsely-author twitter:data1
      agency: og:site_name dc.publisher dcterms.publisher application-name
      summary: og:description description dc.description twitter:description
      section: article:section parsely-section
      tag: article:tag news_keywords keywords dc.subject parsely-tags
      image: og:image og:image:url twitter:image
      address: og:url
      """;

  private final Document page;
  private final Set<Hint> hints = new LinkedHashSet<>();

  private PageHints(Document page) {
    this.page = page;
  }

  /** Reads a page, of which nothing is gone yet. */
  static List<Hint> of(Document page) {
    var reader = new PageHints(page);
    reader.jsonLd();
    reader.meta();
    reader.microdata();
    reader.head();
    reader.furniture();
    return List.copyOf(reader.hints);
  }

  private void add(About about, String written, String where) {
    String value = VietnameseText.tidy(plain(written));
    boolean same =
        hints.stream().anyMatch(each -> each.about() == about && each.value().equals(value));
    if (!value.isEmpty() && value.length() <= LONGEST && !same) {
      hints.add(new Hint(about, value, where));
    }
  }

  /** Systems escape twice what they write into a head. */
  private static String plain(String written) {
    return written.indexOf('&') < 0 && written.indexOf('<') < 0
        ? written
        : Jsoup.parse(written).text();
  }

  private void jsonLd() {
    JsonLd data = JsonLd.of(page);
    String where = "JSON-LD ";
    data.values("headline").forEach(each -> add(About.TITLE, each, where + "headline"));
    data.values("datePublished").forEach(each -> add(About.DATE, each, where + "datePublished"));
    data.values("author").forEach(each -> author(each, where + "author"));
    data.values("publisher").forEach(each -> agency(each, where + "publisher"));
    data.values("description").forEach(each -> add(About.SUMMARY, each, where + "description"));
    data.values("articleSection").forEach(each -> add(About.SECTION, each, where + "section"));
    data.values("keywords").forEach(each -> tags(each, where + "keywords"));
    data.values("image").stream()
        .filter(PageHints::isAddress)
        .limit(1)
        .forEach(each -> add(About.IMAGE, each, where + "image"));
  }

  private void author(String written, String where) {
    boolean name =
        !isAddress(written)
            && !written.contains("@")
            && written.length() <= 120
            && !written.toLowerCase(Locale.ROOT).matches("(?:admin\\w*|administrator|editor|root)");
    if (name) {
      add(About.AUTHOR, written, where);
    }
  }

  private void agency(String written, String where) {
    if (!isAddress(written)) {
      add(About.AGENCY, written, where);
    }
  }

  private void tags(String written, String where) {
    if (hints.stream().filter(each -> each.about() == About.TAG).count() == 0) {
      for (String tag : written.split("[,;]")) {
        if (tag.length() <= 80) {
          add(About.TAG, tag, where);
        }
      }
    }
  }

  private static boolean isAddress(String written) {
    return written.matches("(?is)(?:https?:)?//.*|#.*|/.*");
  }

  private void meta() {
    List<Element> metas = page.select("meta[content]").stream().limit(500).toList();
    for (String row : META.strip().split("\n")) {
      About about = About.valueOf(row.substring(0, row.indexOf(':')).toUpperCase(Locale.ROOT));
      for (String name : row.substring(row.indexOf(':') + 1).strip().split(" ")) {
        for (Element meta : metas) {
          String called = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
          if (called.equalsIgnoreCase(name)) {
            meta(about, meta.attr("content"), name);
          }
        }
      }
    }
  }

  private void meta(About about, String content, String name) {
    if (about == About.AUTHOR) {
      author(content, name);
    } else if (about == About.AGENCY) {
      agency(content, name);
    } else if (about == About.TAG) {
      moreTags(content, name);
    } else {
      add(about, content, name);
    }
  }

  /** Tags come one in each {@code meta}, or all in one. */
  private void moreTags(String content, String name) {
    boolean other =
        hints.stream().anyMatch(each -> each.about() == About.TAG && !each.where().equals(name));
    if (!other) {
      for (String tag : content.split("[,;]")) {
        if (hints.stream().filter(each -> each.about() == About.TAG).count() < MOST_TAGS) {
          add(About.TAG, tag, name);
        }
      }
    }
  }

  private void microdata() {
    of("[itemprop=headline]", About.TITLE, "itemprop headline");
    of("[itemprop=datePublished]", About.DATE, "itemprop datePublished");
    page.select("[itemprop=author]")
        .forEach(
            element -> {
              Element name = element.selectFirst("[itemprop=name]");
              author(value(name == null ? element : name), "itemprop author");
            });
    page
        .select("article time[datetime], main time[datetime], time[pubdate], time.published")
        .stream()
        .filter(time -> !time.hasClass("updated") || time.hasClass("published"))
        .filter(time -> time.parents().stream().noneMatch(Furniture::is))
        .limit(1)
        .forEach(time -> add(About.DATE, time.attr("datetime"), "time"));
  }

  private void of(String selector, About about, String where) {
    page.select(selector).stream().limit(2).forEach(each -> add(about, value(each), where));
  }

  private static String value(Element element) {
    for (String name : List.of("content", "datetime")) {
      if (element.hasAttr(name)) {
        return element.attr(name);
      }
    }
    return element.text();
  }

  private void head() {
    String title = VietnameseText.tidy(page.title());
    if (!title.isEmpty()) {
      String own = SiteTitle.without(title, page);
      add(About.TITLE, own, "title");
      boolean named = hints.stream().anyMatch(each -> each.about() == About.AGENCY);
      if (!named && title.startsWith(own)) {
        agency(SiteTitle.site(title.substring(own.length())), "title");
      }
    }
    Element canonical = page.selectFirst("link[rel=canonical][href]");
    if (canonical != null) {
      add(About.ADDRESS, canonical.absUrl("href"), "canonical");
    }
    savedFrom(page).ifPresent(address -> add(About.ADDRESS, address, "saved from url"));
  }

  /** The address that a browser noted when it saved a page. */
  static Optional<String> savedFrom(Document page) {
    for (var node : page.childNodes()) {
      if (node instanceof Comment comment) {
        Matcher saved = SAVED_FROM.matcher(comment.getData());
        if (saved.find() && saved.group(1).startsWith("http")) {
          return Optional.of(saved.group(1));
        }
      }
    }
    return Optional.empty();
  }

  private void furniture() {
    List<String> steps = JsonLd.of(page).breadcrumbs();
    if (steps.isEmpty()) {
      steps =
          page
              .select(
                  ".breadcrumb a, .breadcrumbs a, [class*=breadcrumb] a, #breadcrumb a,"
                      + " .duong-dan a")
              .stream()
              .map(Element::text)
              .toList();
    }
    String title =
        hints.stream()
            .filter(each -> each.about() == About.TITLE)
            .map(each -> PageLine.key(each.value()))
            .findFirst()
            .orElse("");
    for (int i = steps.size() - 1; i >= 0; i--) {
      String key = PageLine.key(steps.get(i));
      if (!key.isEmpty() && !key.equals(title) && !key.matches("trang chu|home|trang nhat")) {
        add(About.SECTION, steps.get(i), "breadcrumb");
        break;
      }
    }
    if (hints.stream().noneMatch(each -> each.about() == About.TAG)) {
      page
          .select(
              "a[rel~=tag], .tags a, .tag-list a, .news-tags a, .keywords a, .post-tags a, #tags a,"
                  + " .taglib-asset-tags-summary a")
          .stream()
          .limit(MOST_TAGS)
          .forEach(link -> add(About.TAG, link.text(), "tags"));
    }
    today();
  }

  /** A date high on the page may be the day on which it was read: recognition decides. */
  private void today() {
    PageLine.of(page.body()).stream()
        .limit(60)
        .filter(line -> Pruning.isDate(line.text()))
        .filter(
            line ->
                line.key().matches("(?:hom nay|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|ngay)\\b.*"))
        .filter(line -> line.block().closest("header, [id*=header], [class*=header]") != null)
        .findFirst()
        .ifPresent(line -> add(About.DATE, line.text(), "page header"));
  }
}
