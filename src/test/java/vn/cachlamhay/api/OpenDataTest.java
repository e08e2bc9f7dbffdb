package vn.cachlamhay.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.build.BuildReport;
import vn.cachlamhay.build.TestSite;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;

/** What programs of others read: as it is described, and no more changed than must be. */
class OpenDataTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 6, 1, 8, 0);
  private static final LocalDate START = LocalDate.of(2019, 1, 1);

  @TempDir Path folder;

  /** Every file is as the description says, and every path of the description has a file. */
  @ParameterizedTest
  @ValueSource(strings = {"", "https://example.vn", "https://example.vn/cach-lam"})
  void isAsItsDescriptionSays(String host) throws IOException {
    TestSite site = repository("site.host=" + host);
    // more than one file of an indicator takes
    figures(site, 1, IntStream.range(0, 300).mapToObj(i -> "Số hộ").toArray(String[]::new));
    Map<String, String> files = bake(site);
    var description = new Description(files.get("api/openapi.json"));
    var used = new TreeSet<String>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      String uri = file.getKey();
      if (isData(uri)) {
        // feeds of topics and places are as that of the site
        String known = uri.replaceFirst(".*/feed", "feed");
        String path = description.pathOf(known).orElseThrow(() -> new AssertionError(uri));
        assertThat(description.faults(path, file.getValue())).as(uri).isEmpty();
        used.add(path);
      }
    }
    assertThat(used).containsExactlyInAnyOrderElementsOf(description.paths());
  }

  @Test
  void theDescriptionIsWhole() throws IOException {
    Map<String, String> files =
        bake(repository("site.host=https://example.vn", "portal.api.licence=CC BY 4.0"));
    var description = new Description(files.get("api/openapi.json"));
    JsonNode document = description.document();
    assertThat(document.get("openapi").asText()).startsWith("3.1.");
    assertThat(document.at("/info/title").asText()).isEqualTo("Dữ liệu mở – Cách làm hay");
    assertThat(document.at("/info/license/name").asText()).isEqualTo("CC BY 4.0");
    assertThat(document.at("/servers/0/url").asText()).isEqualTo("https://example.vn");
    assertThat(description.referred()).isEqualTo(description.named());
    for (String path : description.paths()) {
      JsonNode get = document.at("/paths/" + path.replace("/", "~1") + "/get");
      assertThat(get.get("summary").asText()).as(path).isNotEmpty();
      assertThat(get.findValuesAsText("name"))
          .as(path)
          .isEqualTo(Stream.of(path.split("[{}]")).filter(part -> part.matches("\\w+")).toList());
    }
    document
        .at("/components/schemas")
        .forEach(
            schema -> {
              schema
                  .get("properties")
                  .forEach(p -> assertThat(p.has("$ref") || p.has("description")).isTrue());
              schema
                  .path("required")
                  .forEach(
                      name -> assertThat(schema.get("properties").has(name.asText())).isTrue());
            });
    assertThat(Description.read(files.get("api/topics.json")).get("licence").asText())
        .isEqualTo("CC BY 4.0");
  }

  /** Whoever follows the addresses in the files comes to files and to places on pages. */
  @ParameterizedTest
  @ValueSource(strings = {"", "https://example.vn"})
  void leadsToWhatThereIs(String host) throws IOException {
    Map<String, String> files = bake(repository("site.host=" + host));
    int followed = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (isData(file.getKey()) && !file.getKey().endsWith("feed.json")) {
        for (String address : addresses(Description.read(file.getValue()))) {
          String[] parts = address.split("#");
          String uri = uri(parts[0], host, file.getKey());
          assertThat(files).as(file.getKey() + " " + address).containsKey(uri);
          if (parts.length == 2) {
            assertThat(files.get(uri)).as(address).contains(" id=\"" + parts[1] + "\"");
          }
          followed++;
        }
      }
    }
    assertThat(followed).isGreaterThan(150);
  }

  /** A practice is told with what was recognised in it. */
  @Test
  void tellsWhatAPracticeIsMadeOf() throws IOException {
    Map<String, String> files = bake(repository());
    JsonNode items = Description.read(files.get("api/practices/moi.json")).get("items");
    assertThat(items).isNotEmpty();
    for (JsonNode practice : items) {
      assertThat(practice.get("type").asText()).isEqualTo("practice");
      assertThat(practice.get("parts")).as(practice.get("id").asText()).isNotEmpty();
    }
    for (String list : List.of("steps", "figures", "lessons")) {
      assertThat(items.findValues(list)).as(list).anyMatch(each -> !each.isEmpty());
    }
  }

  /** Every figure of the site is found by way of the list of indicators, and only once. */
  @Test
  void theIndicatorsLeadToEveryFigure() throws IOException {
    Map<String, String> files = bake(repository());
    var ofIndicators = new ArrayList<String>();
    for (JsonNode indicator : Description.read(files.get("api/indicators/moi.json")).get("items")) {
      String file = uri(indicator.get("url").asText(), "", "api/indicators/moi.json");
      for (JsonNode row : Description.read(files.get(file)).get("rows")) {
        assertThat(row.get("indicator")).isEqualTo(indicator.get("key"));
        ofIndicators.add(row.get("article_url").asText());
      }
    }
    var ofMonths = new ArrayList<String>();
    files.forEach(
        (uri, text) -> {
          if (uri.matches("so-lieu/thang/.*\\.json")) {
            Description.read(text)
                .get("rows")
                .forEach(row -> ofMonths.add(row.get("article_url").asText()));
          }
        });
    assertThat(ofIndicators).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(ofIndicators).containsExactlyInAnyOrderElementsOf(ofMonths);
  }

  /** What is counted for the first time changes the list; more figures of it do not. */
  @Test
  void aNewIndicatorChangesTheListOfIndicators() throws IOException {
    TestSite site = empty();
    Map<String, String> before = bake(figures(site, 1, "Đảng viên mới"));
    assertThat(before.get("api/indicators/moi.json")).contains("\"key\": \"dang-vien-moi\"");
    Map<String, String> more = bake(figures(site, 2, "Đảng viên mới"));
    assertThat(changed(before, more))
        .contains("so-lieu/dang-vien-moi/so-lieu.json")
        .noneMatch(uri -> uri.startsWith("api/indicators/"));
    Map<String, String> other = bake(figures(site, 3, "Chi bộ"));
    assertThat(changed(more, other))
        .filteredOn(uri -> uri.startsWith("api/indicators/"))
        .containsExactly("api/indicators/moi.json");
  }

  @Test
  void aSiteWithoutFiguresHasNoIndicators() throws IOException {
    TestSite site = repository();
    Path settings = folder.resolve("jbake.properties");
    site.write(
        "jbake.properties",
        Files.readString(settings).replaceAll("(?m)^portal\\.template\\.figures=.*$", ""));
    Map<String, String> files = bake(site);
    assertThat(files.keySet()).noneMatch(uri -> uri.matches("(api/indicators|so-lieu)/.*\\.json"));
    assertThat(Description.read(files.get("portal.json")).get("api").has("indicators")).isFalse();
    var description = new Description(files.get("api/openapi.json"));
    assertThat(description.paths()).noneMatch(path -> path.matches(".*(indicators|so-lieu).*"));
    assertThat(description.referred()).isEqualTo(description.named());
  }

  /** No unit of the list is missing, those of former times neither. */
  @Test
  void hasEveryUnitOfTheList() throws IOException {
    Map<String, String> files = bake(repository());
    var known = new TreeSet<String>();
    var meant = new TreeSet<String>();
    files.forEach(
        (uri, text) -> {
          if (uri.startsWith("api/localities/") && !uri.endsWith("/index.json")) {
            JsonNode province = Description.read(text);
            known.add(province.at("/province/key").asText());
            for (String list : List.of("former", "units")) {
              province
                  .get(list)
                  .forEach(
                      unit -> {
                        known.add(unit.get("key").asText());
                        unit.get("into").forEach(next -> meant.add(next.asText()));
                        if (unit.has("parent")) {
                          meant.add(unit.get("parent").asText());
                        }
                      });
            }
          }
        });
    assertThat(known).containsAll(meant);
    assertThat(known)
        .containsAll(
            Files.readString(Path.of("data/localities.yaml"))
                .replaceFirst("(?s)^.*?\nunits:", "")
                .lines()
                .filter(line -> line.matches("\\s*- \\{? ?key: .*"))
                .map(line -> line.replaceAll(".*key: ([\\w/-]+).*", "$1"))
                .toList());
    JsonNode dakNong = unit(files.get("api/localities/lam-dong.json"), "former", "dak-nong");
    assertThat(dakNong.get("until").asText()).isEqualTo("2025-06-30");
    assertThat(dakNong.get("into").get(0).asText()).isEqualTo("lam-dong");
  }

  /** An article is of its day; programs want to know where that is today. */
  @Test
  void tellsPlacesAsOfTheDayAndOfToday() throws IOException {
    TestSite site = repository();
    article(site, 1, "Đắk Nông");
    article(site, 2, "Lạng Sơn/huyện Bắc Sơn");
    JsonNode items = newest(site);
    assertThat(place(items, "bai-viet/x/0002.html").toString())
        .isEqualTo(
            "{\"key\":\"lang-son/huyen-bac-son\",\"name\":\"huyện Bắc Sơn, Lạng Sơn\","
                + "\"province\":{\"key\":\"lang-son\",\"name\":\"Lạng Sơn\"}}");
    assertThat(place(items, "bai-viet/x/0001.html").toString())
        .isEqualTo(
            "{\"key\":\"dak-nong\",\"name\":\"Đắk Nông\","
                + "\"today\":{\"key\":\"lam-dong\",\"name\":\"Lâm Đồng\"},"
                + "\"province\":{\"key\":\"lam-dong\",\"name\":\"Lâm Đồng\"}}");
  }

  /** A new article changes the open block; every twentieth fills it, and is told in the list. */
  @Test
  void aNewArticleChangesOnlyTheOpenBlocks() throws IOException {
    TestSite site = empty();
    for (int i = 1; i <= 99; i++) {
      article(site, i, "Hà Nội");
    }
    Map<String, String> before = bake(site);
    assertThat(before)
        .containsKeys("api/articles/20-4.json", "api/articles/moi.json", "api/practices/moi.json")
        .doesNotContainKey("api/articles/20-5.json");
    var expected = new TreeMap<Integer, List<String>>();
    // the hundredth; it is no practice (every third is)
    expected.put(
        100,
        List.of(
            "api/articles/100-1.json",
            "api/articles/20-1.json",
            "api/articles/20-2.json",
            "api/articles/20-3.json",
            "api/articles/20-4.json",
            "api/articles/index.json",
            "api/articles/moi.json",
            "feed.json"));
    expected.put(101, List.of("api/articles/moi.json", "feed.json"));
    expected.put(102, List.of("api/articles/moi.json", "api/practices/moi.json", "feed.json"));
    for (Map.Entry<Integer, List<String>> each : expected.entrySet()) {
      article(site, each.getKey(), "Hà Nội");
      Map<String, String> after = bake(site);
      assertThat(changed(before, after)).as("" + each.getKey()).isEqualTo(each.getValue());
      before = after;
    }
    assertThat(Description.read(before.get("api/articles/index.json")).get("blocks").toString())
        .isEqualTo(
            "[{\"block\":\"100-1\",\"url\":\"100-1.json\",\"count\":100,"
                + "\"from\":\"2019-01-02\",\"to\":\"2019-04-11\"}]");
    assertThat(before).isEqualTo(bake(site.deleteCache()));
  }

  /** An article that is put right changes its own blocks. */
  @Test
  void anEditChangesTheBlocksOfItsArticle() throws IOException {
    TestSite site = empty();
    for (int i = 1; i <= 45; i++) {
      article(site, i, "Hà Nội");
    }
    Map<String, String> before = bake(site);
    site.append("content/bai-viet/x/0003.md", "\nThêm một câu.\n");
    assertThat(changed(before, bake(site))).isEmpty();
    site.write(
        "content/bai-viet/x/0003.md", text(3, "Hà Nội").replace("Tóm tắt 3", "Tóm tắt đã sửa"));
    assertThat(changed(before, bake(site)))
        .containsExactly("api/articles/20-1.json", "api/practices/moi.json");
  }

  /** What is not out is nobody's business. */
  @Test
  void holdsNoDraft() throws IOException {
    TestSite site = empty();
    article(site, 1, "Hà Nội");
    site.write(
        "content/bai-viet/x/0002.md",
        text(2, "Hà Nội").replace("status: published", "status: draft"));
    BuildReport report = site.bake(true, NOW);
    assertThat(report.problems()).isEmpty();
    assertThat(site.pages().get("api/articles/moi.json"))
        .contains("Bài số 1")
        .doesNotContain("Bài số 2");
  }

  @Test
  void aSiteWithoutItHasOnlyWhatFeedsAre() throws IOException {
    Map<String, String> files = bake(repository("portal.api=false"));
    assertThat(files.keySet()).noneMatch(uri -> uri.startsWith("api/"));
    assertThat(files).containsKeys("feed.json", "portal.json");
    assertThat(Description.read(files.get("portal.json")).has("api")).isFalse();
    assertThat(files.get("index.html")).doesNotContain("api/index.html");
    assertThat(files.get("_headers")).doesNotContain("/api/").contains("/so-lieu/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"không", "TRUE", "1", ""})
  void theSwitchIsOnOrOff(String written) throws IOException {
    TestSite site = repository("portal.api=" + written);
    assertThatThrownBy(() -> site.bake(false, NOW))
        .isInstanceOfSatisfying(
            SiteException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.CAU_HINH_HONG));
  }

  @Test
  void aPlainProjectHasNothingOfIt() throws IOException {
    TestSite site = TestSite.plain(folder).post("content/a.md", "title=A\nstatus=published", "A");
    assertThat(site.bake().hasErrors()).isFalse();
    assertThat(site.pages().keySet()).noneMatch(uri -> uri.endsWith(".json"));
  }

  private static boolean isData(String uri) {
    return !uri.equals("api/openapi.json")
        && uri.matches("(api|so-lieu)/.*\\.json|(.*/)?feed\\.json|portal\\.json");
  }

  private static List<String> addresses(JsonNode node) {
    var found = new ArrayList<String>();
    for (String name :
        List.of(
            "url",
            "page",
            "newest",
            "home",
            "siteMap",
            "search",
            "atom",
            "json",
            "description",
            "articles",
            "practices",
            "localities",
            "topics",
            "indicators",
            "csv",
            "older")) {
      node.findValues(name).stream()
          .flatMap(
              each ->
                  each.isArray()
                      ? StreamSupport.stream(each.spliterator(), false)
                      : Stream.of(each))
          .filter(JsonNode::isTextual)
          .map(JsonNode::asText)
          .filter(text -> text.matches("[!-~]+"))
          .forEach(found::add);
    }
    return found;
  }

  /** The file of the site that an address stands for. */
  private static String uri(String address, String host, String from) {
    String uri =
        host.isEmpty()
            ? Path.of("/", from).resolveSibling(address).normalize().toString().substring(1)
            : address.replace(host + "/", "");
    return uri.isEmpty() || uri.endsWith("/") ? uri + "index.html" : uri;
  }

  private static JsonNode unit(String text, String list, String key) {
    for (JsonNode unit : Description.read(text).get(list)) {
      if (unit.get("key").asText().equals(key)) {
        return unit;
      }
    }
    throw new AssertionError(key);
  }

  private JsonNode newest(TestSite site) throws IOException {
    Map<String, String> files = bake(site);
    var items = Description.read("[]");
    files.forEach(
        (uri, text) -> {
          if (uri.matches("api/articles/(?!index).*")) {
            ((com.fasterxml.jackson.databind.node.ArrayNode) items)
                .addAll(
                    (com.fasterxml.jackson.databind.node.ArrayNode)
                        Description.read(text).get("items"));
          }
        });
    return items;
  }

  private static JsonNode place(JsonNode items, String id) {
    for (JsonNode item : items) {
      if (item.get("id").asText().equals(id)) {
        return item.get("localities").get(0);
      }
    }
    throw new AssertionError(id);
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    var changed = new TreeSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(uri -> before.getOrDefault(uri, "-").equals(after.get(uri)));
    // feeds of topics and places: JsonFeedTest
    changed.removeIf(uri -> !uri.endsWith(".json") || uri.endsWith("/feed.json"));
    return List.copyOf(changed);
  }

  private static Map<String, String> bake(TestSite site) throws IOException {
    assertThat(site.bake(false, NOW).hasErrors()).isFalse();
    return new TreeMap<>(site.pages());
  }

  /** The repository's own site with further settings. */
  private TestSite repository(String... settings) throws IOException {
    TestSite site = copy("content", "templates", "assets", "data");
    return site.write(
        "jbake.properties",
        Files.readString(Path.of("jbake.properties")) + "\n" + String.join("\n", settings) + "\n");
  }

  /** The same without its articles. */
  private TestSite empty() throws IOException {
    TestSite site = copy("templates", "assets", "data");
    for (String page : List.of("gioi-thieu", "lien-he", "kha-nang-tiep-can")) {
      site.write(
          "content/" + page + ".md",
          "---\ntitle: Trang\ntype: page\nstatus: published\n---\nChữ\n");
    }
    return site.write("jbake.properties", Files.readString(Path.of("jbake.properties")));
  }

  private TestSite copy(String... parts) throws IOException {
    for (String part : parts) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path to = folder.resolve(file.toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
    return new TestSite(folder);
  }

  private static void article(TestSite site, int number, String place) throws IOException {
    site.write("content/bai-viet/x/%04d.md".formatted(number), text(number, place));
  }

  /** Another best practice, with a figure of each indicator. */
  private static TestSite figures(TestSite site, int number, String... indicators)
      throws IOException {
    String head = "## Kết quả\n\n| Chỉ tiêu | Đơn vị | Đạt | Năm |\n|---|---|---|---|\n";
    return site.write(
        "content/bai-viet/x/%04d.md".formatted(number),
        text(number, "Hà Nội").replace("type: post", "type: practice")
            + head
            + Stream.of(indicators)
                .map(each -> "| " + each + " | hộ | 7 | 2019 |\n")
                .collect(joining()));
  }

  private static String text(int number, String place) {
    return """
    ---
    title: "Bài số %1$d"
    date: %2$s
    type: %3$s
    status: published
    locality: %4$s
    topic: Dân vận
    tags: [thẻ]
    author: An
    summary: "Tóm tắt %1$d"
    ---

    Chữ của bài %1$d.
    """
        .formatted(number, START.plusDays(number), number % 3 == 0 ? "practice" : "post", place);
  }
}
