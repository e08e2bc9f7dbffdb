package vn.cachlamhay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The parts of the editor's page fit together, and need nothing from anywhere else. */
class EditorPageTest {

  private static final Path FOLDER =
      Path.of("src/main/resources/vn/cachlamhay/preview/editor").toAbsolutePath();
  private static final Set<String> FROM_EASY_MDE = Set.of("easymde.min.js", "easymde.min.css");
  private static final int LONGEST = 300;
  private static final int LARGEST_IN_ALL = 220_000;

  private static final Pattern IMPORT =
      Pattern.compile("import (?:\\* as \\w+|\\{([^}]*)\\}) from '\\./([\\w.-]+)';");
  private static final Pattern EXPORT =
      Pattern.compile("^export (?:async )?(?:const|function|class) (\\w+)", Pattern.MULTILINE);
  private static final Pattern ASKED_ID = Pattern.compile("byId\\('([\\w-]+)'\\)");
  private static final Pattern MADE_ID = Pattern.compile("\\bid[:=] ?'([\\w-]+)'");
  private static final Pattern ICON =
      Pattern.compile("(?:icon\\('|image: '(?=\\w+' \\})|\\['ct-[\\w-]+', '[^']+', ')(\\w+)'");
  private static final Pattern ADDRESS = Pattern.compile("(?:https?:)?//[a-z0-9-]+\\.[a-z.]+");

  @Test
  void everyFileIsShortAndAllOfThemAreSmall() throws IOException {
    long all = 0;
    for (Map.Entry<String, String> file : files().entrySet()) {
      assertThat(file.getValue().lines().count()).as(file.getKey()).isLessThanOrEqualTo(LONGEST);
      all += file.getValue().length();
    }
    assertThat(all).isLessThan(LARGEST_IN_ALL);
  }

  @Test
  void thePageHasNoScriptOrStyleOfItsOwnSoThatItsPolicyCanForbidThem() throws IOException {
    Document page = page();

    assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
    assertThat(page.getAllElements().stream().flatMap(Element::stream).distinct())
        .noneMatch(EditorPageTest::hasHandler);
    files()
        .forEach(
            (name, text) ->
                assertThat(text)
                    .as(name)
                    .doesNotContain("innerHTML", "insertAdjacentHTML", "eval(", "new Function"));
  }

  private static boolean hasHandler(Element element) {
    return element.attributes().asList().stream().anyMatch(a -> a.getKey().startsWith("on"));
  }

  @Test
  void whatThePageLoadsIsThere() throws IOException {
    Set<String> names = new TreeSet<>(files().keySet());
    names.addAll(FROM_EASY_MDE);

    for (Element part : page().select("script[src], link[href]")) {
      assertThat(names).contains(part.hasAttr("src") ? part.attr("src") : part.attr("href"));
    }
    FROM_EASY_MDE.forEach(
        name ->
            assertThat(
                    getClass()
                        .getResource("/META-INF/resources/webjars/easymde/2.18.0/dist/" + name))
                .as(name)
                .isNotNull());
  }

  @Test
  void nothingIsAskedOfAnotherHost() throws IOException {
    files()
        .forEach(
            (name, text) ->
                assertThat(
                        found(
                            ADDRESS, text.replaceAll("https?://www\\.(w3\\.org|example\\.vn)", "")))
                    .as(name)
                    .isEmpty());
  }

  @Test
  void everyImportIsExported() throws IOException {
    Map<String, String> files = files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      for (MatchResult used : IMPORT.matcher(file.getValue()).results().toList()) {
        String other = used.group(2);
        assertThat(files).as(file.getKey()).containsKey(other);
        if (used.group(1) != null) {
          Set<String> offered =
              EXPORT
                  .matcher(files.get(other))
                  .results()
                  .map(r -> r.group(1))
                  .collect(Collectors.toSet());
          Stream<String> wanted = Arrays.stream(used.group(1).split(",")).map(String::strip);
          assertThat(wanted.filter(name -> !name.isEmpty()).toList())
              .as(file.getKey() + " of " + other)
              .isNotEmpty()
              .isSubsetOf(offered);
        }
      }
    }
  }

  @Test
  void everyElementThatAScriptAsksForIsThereOrMadeByAScript() throws IOException {
    Set<String> known = new TreeSet<>(page().select("[id]").eachAttr("id"));
    assertThat(known).as("ids, each once").hasSameSizeAs(page().select("[id]"));
    files().values().forEach(text -> known.addAll(found(MADE_ID, text)));
    // CodeMirror's own field, named after it is made
    known.add("than-bai-go");

    files().forEach((name, text) -> assertThat(known).as(name).containsAll(found(ASKED_ID, text)));
  }

  @Test
  void labelsAndDescriptionsLeadSomewhere() throws IOException {
    Document page = page();
    Set<String> ids = Set.copyOf(page.select("[id]").eachAttr("id"));

    for (String name : List.of("for", "aria-describedby", "aria-controls", "data-den")) {
      assertThat(page.select("[" + name + "]").eachAttr(name))
          .isNotEmpty()
          .allSatisfy(value -> assertThat(ids).containsAll(List.of(value.split(" "))));
    }
    assertThat(page.select("#mau [data-khoa]").eachAttr("data-khoa"))
        .contains("title", "locality", "alt", "status")
        .allSatisfy(key -> assertThat(ids).contains("vd-" + key));
  }

  @Test
  void everyIconIsDrawn() throws IOException {
    Map<String, String> files = files();
    List<String> drawn =
        Jsoup.parse(files.get("icons.svg"), org.jsoup.parser.Parser.xmlParser())
            .select("symbol")
            .eachAttr("id");

    assertThat(page().select("use").eachAttr("href"))
        .isNotEmpty()
        .allSatisfy(href -> assertThat(drawn).contains(href.replace("icons.svg#", "")));
    files.forEach((name, text) -> assertThat(drawn).as(name).containsAll(found(ICON, text)));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(hit -> hit.group(hit.groupCount()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Document page() throws IOException {
    return Jsoup.parse(files().get("editor.html"));
  }

  private static Map<String, String> files() throws IOException {
    var files = new LinkedHashMap<String, String>();
    try (Stream<Path> all = Files.list(FOLDER)) {
      for (Path file : all.sorted().toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(files).containsKeys("editor.html", "editor.js", "editor.css");
    return files;
  }
}
