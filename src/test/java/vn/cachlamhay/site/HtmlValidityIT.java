package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Every page is valid HTML as the Nu Html Checker of the W3C sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HtmlValidityIT {

  private static final String HTML5 = "http://s.validator.nu/html5-rdfalite.rnc";

  private final Heard heard = new Heard();
  private final SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, true);

  @BeforeAll
  void prepare() throws Exception {
    validator.setUpMainSchema(HTML5, heard);
    validator.setUpValidatorAndParsers(heard, false, false);
  }

  static List<BakedSite> sites() {
    return SiteFixture.all();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void everyPageIsValid(BakedSite site) throws Exception {
    heard.clear();
    List<String> pages = site.files(".html");
    for (String uri : pages) {
      check(uri, site.text(uri));
    }
    heard.warnings.forEach((text, places) -> System.out.println("  warning " + text + places));
    System.out.printf(
        "HTML of %s: %d pages, %d errors, %d kinds of warnings%n",
        site, pages.size(), heard.errors.size(), heard.warnings.size());
    assertThat(pages).hasSizeGreaterThan(50);
    assertThat(heard.errors).isEmpty();
  }

  @Test
  void theCheckerDoesFindErrors() throws Exception {
    heard.clear();
    check(
        "wrong.html",
        "<!DOCTYPE html><html lang=vi><title>Sai</title><ul><p id=a></p></ul><p id=a></p>");
    assertThat(heard.errors).hasSizeGreaterThanOrEqualTo(2);
  }

  private void check(String uri, String html) throws Exception {
    heard.page = uri;
    var source = new InputSource(new StringReader(html));
    source.setSystemId("http://x/" + uri);
    validator.checkHtmlInputSource(source);
  }

  private static final class Heard implements ErrorHandler {
    private final List<String> errors = new ArrayList<>();
    private final TreeMap<String, List<String>> warnings = new TreeMap<>();
    private String page = "";

    void clear() {
      errors.clear();
      warnings.clear();
    }

    @Override
    public void warning(SAXParseException e) {
      List<String> places = warnings.computeIfAbsent(e.getMessage(), key -> new ArrayList<>());
      if (places.size() < 3) {
        places.add(place(e));
      }
    }

    @Override
    public void error(SAXParseException e) {
      errors.add(place(e) + " " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }

    private String place(SAXParseException e) {
      return page + ":" + e.getLineNumber();
    }
  }
}
