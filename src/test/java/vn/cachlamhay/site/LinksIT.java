package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks through finished sites as a visitor's browser would, from any folder of any host. */
final class LinksIT {

  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href");
  private static final Pattern ABROAD = Pattern.compile("(?i)(https?|mailto|tel):.*");
  private static final Pattern CSS_URL =
      Pattern.compile("(?:url\\(\\s*|@import\\s+)['\"]?([^'\")\\s;]+)");

  /** Elements whose address is fetched without anybody asking. */
  private static final String LOADED =
      "script, img, iframe, source, video, audio, embed, object, track, input,"
          + " link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=manifest]";

  static List<BakedSite> sites() {
    return SiteFixture.all();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void everyLinkArrives(BakedSite site) {
    Map<String, Document> pages = site.pages();
    var wrong = new TreeSet<String>();
    int links = 0;
    int fragments = 0;
    int abroad = 0;
    for (var page : pages.entrySet()) {
      for (String link : addresses(page.getValue())) {
        if (isAbroad(site, link)) {
          abroad++;
          continue;
        }
        links++;
        if (!isPortable(link) && !link.startsWith(site.host() + "/")) {
          wrong.add(page.getKey() + " holds an address for one place only: " + link);
          continue;
        }
        String target = site.target(page.getKey(), link);
        if (!site.has(target)) {
          wrong.add(page.getKey() + " leads nowhere: " + link);
        } else if (link.contains("#")) {
          fragments++;
          String id = link.substring(link.indexOf('#') + 1);
          if (id.isEmpty() || pages.get(target).getElementById(decoded(id)) == null) {
            wrong.add(page.getKey() + " leads to no such part: " + link);
          }
        }
      }
    }
    System.out.printf(
        "Links of %s: %d pages, %d links, %d with a fragment, %d to elsewhere, %d broken%n",
        site, pages.size(), links, fragments, abroad, wrong.size());
    assertThat(links).isGreaterThan(1000);
    assertThat(fragments).isGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  /** Only the page for missing addresses may name the site's own host: it is shown anywhere. */
  @ParameterizedTest
  @MethodSource("sites")
  void onlyThePageForMissingAddressesKnowsWhereItIs(BakedSite site) {
    var wrong = new TreeSet<String>();
    site.pages()
        .forEach(
            (uri, page) ->
                page.select("[href], [src], [action]").stream()
                    .filter(element -> !element.is("link[rel=canonical]"))
                    .flatMap(element -> element.attributes().asList().stream())
                    .filter(attribute -> ADDRESSES.contains(attribute.getKey()))
                    .filter(attribute -> attribute.getValue().startsWith(SiteFixture.HOST))
                    .filter(attribute -> !uri.equals("404.html"))
                    .forEach(attribute -> wrong.add(uri + ": " + attribute)));
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void nothingIsLoadedFromElsewhere(BakedSite site) {
    var wrong = new TreeSet<String>();
    int loaded = 0;
    for (var page : site.pages().entrySet()) {
      for (Element element : page.getValue().select(LOADED)) {
        for (String link : addresses(element)) {
          loaded++;
          boolean own = !site.host().isEmpty() && link.startsWith(site.host() + "/");
          if (link.startsWith("//") || (link.contains(":") && !own)) {
            wrong.add(page.getKey() + ": " + link);
          }
        }
      }
    }
    int inCss = 0;
    for (String css : site.files(".css")) {
      Matcher matcher = CSS_URL.matcher(site.text(css).replaceAll("(?s)/\\*.*?\\*/", ""));
      while (matcher.find()) {
        inCss++;
        String link = matcher.group(1);
        if (!link.startsWith("data:") && (!isPortable(link) || !site.has(site.target(css, link)))) {
          wrong.add(css + ": " + link);
        }
      }
    }
    for (String svg : site.files(".svg")) {
      if (site.text(svg).matches("(?s).*(<script|<foreignObject|\\bhref=\"(?!#)|@import).*")) {
        wrong.add(svg + " loads or runs something");
      }
    }
    System.out.printf("Loaded by %s: %d from pages, %d from style sheets%n", site, loaded, inCss);
    assertThat(loaded).isGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void everyPageIsReachedFromTheHomePage(BakedSite site) {
    Map<String, Document> pages = site.pages();
    var reached = new TreeSet<>(Set.of("index.html"));
    var open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      String uri = open.poll();
      for (Element link : pages.get(uri).select("a[href], form[action]")) {
        String address = link.hasAttr("href") ? link.attr("href") : link.attr("action");
        String target = isAbroad(site, address) ? uri : site.target(uri, address);
        if (pages.containsKey(target) && reached.add(target)) {
          open.add(target);
        }
      }
    }
    var lost = new TreeSet<>(pages.keySet());
    lost.removeAll(reached);
    lost.removeIf(uri -> BakedSite.kind(pages.get(uri)).equals("redirect"));
    System.out.printf("Reached in %s: %d of %d pages%n", site, reached.size(), pages.size());
    assertThat(lost).containsExactly("404.html", "ngoai-tuyen.html");
  }

  @ParameterizedTest
  @MethodSource("sites")
  void noPageHoldsScriptOrStyleOfItsOwn(BakedSite site) {
    var wrong = new TreeSet<String>();
    // but one, in the head of all pages, whose hash a security policy can name
    var shared = new TreeSet<String>();
    site.pages()
        .forEach(
            (uri, page) -> {
              Elements scripts = page.select("head script:not([src]):not([type])");
              scripts.forEach(script -> shared.add(script.outerHtml()));
              if (BakedSite.kind(page).equals("redirect") != scripts.isEmpty()) {
                wrong.add(uri + ": " + scripts);
              }
              page.select(
                      "body script:not([src]), script[type]:not([type=application/ld+json]),"
                          + " style, [style], base")
                  .forEach(element -> wrong.add(uri + ": <" + element.tagName() + ">"));
              for (Element element : page.getAllElements()) {
                for (Attribute attribute : element.attributes()) {
                  boolean runs =
                      attribute.getValue().strip().toLowerCase().startsWith("javascript:");
                  if (attribute.getKey().startsWith("on") || runs) {
                    wrong.add(uri + ": " + attribute);
                  }
                }
              }
            });
    assertThat(wrong).isEmpty();
    assertThat(shared).singleElement().asString().contains("clh-hien-thi");
  }

  @ParameterizedTest
  @MethodSource("sites")
  void formerAddressesAndOtherNamesLeadToThePage(BakedSite site) {
    var found = new HashMap<String, String>();
    site.pages()
        .forEach(
            (uri, page) -> {
              Element refresh = page.selectFirst("meta[http-equiv=refresh]");
              if (refresh != null) {
                String link = refresh.attr("content").replaceFirst("^0; url=", "");
                assertThat(isPortable(link)).as(link).isTrue();
                assertThat(page.select("a[href]").eachAttr("href")).containsExactly(link);
                found.put(uri, site.target(uri, link));
              }
            });
    assertThat(found)
        .containsEntry("dia-phuong/sai-gon/index.html", "dia-phuong/ho-chi-minh/index.html");
    if (site.equals(SiteFixture.large())) {
      assertThat(found).containsEntry(LargeSite.FORMER, "bai-viet/2015/bai-so-0.html");
    }
    assertThat(found.values()).allMatch(site::has);
  }

  private static List<String> addresses(Element within) {
    var addresses = new ArrayList<String>();
    for (Element element : within.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        if (ADDRESSES.contains(attribute.getKey())) {
          addresses.add(attribute.getValue());
        } else if (attribute.getKey().equals("srcset")) {
          for (String candidate : attribute.getValue().split(",")) {
            addresses.add(candidate.strip().split("\\s+")[0]);
          }
        }
      }
    }
    return addresses;
  }

  private static boolean isAbroad(BakedSite site, String link) {
    boolean own = !site.host().isEmpty() && link.startsWith(site.host() + "/");
    return !own && ABROAD.matcher(link).matches();
  }

  /** Whether an address means the same wherever the site is put. */
  private static boolean isPortable(String link) {
    return !link.startsWith("/")
        && !link.contains("\\")
        && !link.matches("(?i)[a-z][a-z0-9+.-]*:.*");
  }

  private static String decoded(String fragment) {
    return java.net.URLDecoder.decode(
        fragment.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
  }
}
