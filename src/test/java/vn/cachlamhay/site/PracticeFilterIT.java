package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.PlaceKind;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.PracticeItem;
import vn.cachlamhay.page.Samples;
import vn.cachlamhay.search.PracticeFiles;
import vn.cachlamhay.text.VietnameseOrder;

/**
 * The filters answer as a plain look at every practice does: random practices, random choices. One
 * page gets one set of practices after the other, as it does when the site is published anew.
 */
final class PracticeFilterIT extends InBrowser {

  private static final long SEED = 20261123;
  private static final int QUERIES = 60;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDateTime START = LocalDateTime.of(2015, 1, 1, 8, 0);
  private static final BigDecimal TEN = BigDecimal.TEN;

  /** Blocks of every size, full and not, and none but the last. */
  private static final List<Integer> SIZES = List.of(1, 9, 19, 20, 21, 45, 100, 131, 240);

  private static final List<String> ORDERS = List.of("", "", "cu", "dia-phuong", "ty-le", "la");

  private static final List<String> SHARES =
      List.of("", "", "12,3%", "88,78%", "88,71%", "gần 100%", "100%", "trên 100%", "121%");

  private static final String ASK =
      """
      addresses => (async () => {
        const get = id => document.getElementById(id);
        const [area, list, more] = ['_loc', '_dong', '_them'].map(get);
        const until = async (done, what) => {
          for (let i = 0; !done(); i++) {
            if (i > 10000) throw new Error(what + ' ' + location.search);
            await new Promise(resolve => setTimeout(resolve));
          }
        };
        const answers = [];
        for (const address of addresses) {
          history.replaceState(null, '', location.pathname + '?' + address);
          dispatchEvent(new PopStateEvent('popstate'));
          await until(() => area.dataset.state !== 'wait', 'no answer to');
          while (area.dataset.state === 'done' && !more.hidden) {
            const before = list.children.length;
            more.click();
            await until(() => list.children.length > before, 'no more of');
          }
          const values = {};
          document.querySelectorAll('#_bo-loc label').forEach(label => {
            const box = label.firstChild;
            values[box.name + '=' + box.value] = label.lastChild.textContent + (box.checked ? ' x' : '');
          });
          answers.push({
            state: area.dataset.state,
            hits: [...list.querySelectorAll('h2 a')].map(link => link.textContent),
            said: get('_so').textContent,
            values
          });
        }
        return JSON.stringify(answers);
      })()
      """;

  /** What the page shows; the values with their counts, and x where they are chosen. */
  private record Answer(String state, List<String> hits, String said, Map<String, String> values) {}

  private record Query(Map<String, List<String>> chosen, String order) {

    String address() {
      Stream<String> values =
          chosen.entrySet().stream()
              .flatMap(group -> group.getValue().stream().map(v -> group.getKey() + "=" + v));
      return Stream.concat(values, order.isEmpty() ? Stream.of() : Stream.of("xep=" + order))
          .collect(Collectors.joining("&"));
    }

    boolean isPlain() {
      return chosen.isEmpty() && (order.isEmpty() || order.equals("la"));
    }
  }

  private static final Map<String, Function<PracticeItem, List<String>>> GROUPS = groups();

  @Test
  void answersAsAPlainLookAtEveryPracticeDoes() {
    var dice = new Dice(SEED);
    var gson = new Gson();
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go("cach-lam-hay/index.html");
      page.waitForSelector("#_loc[data-state=done]");
      for (int size : SIZES) {
        List<PracticeItem> oldestFirst = practices(size, dice.split());
        load(page, oldestFirst);
        List<Query> queries = queries(oldestFirst, dice.split());
        String asked = gson.toJson(queries.stream().map(Query::address).toList());
        String answered = (String) page.evaluate("text => (" + ASK + ")(JSON.parse(text))", asked);
        List<Answer> answers = gson.fromJson(answered, new TypeToken<List<Answer>>() {}.getType());
        assertThat(answers).hasSameSizeAs(queries);
        for (int i = 0; i < answers.size(); i++) {
          assertThat(answers.get(i))
              .as(size + " practices, ?" + queries.get(i).address())
              .isEqualTo(answer(oldestFirst, queries.get(i)));
        }
      }
    }
  }

  /** Random choices that leave nothing, or everything, would prove little. */
  @Test
  void theChoicesAreOfManyKinds() {
    var dice = new Dice(SEED);
    List<PracticeItem> practices = practices(131, dice.split());
    List<Integer> hits =
        queries(practices, dice.split()).stream()
            .map(query -> answer(practices, query).hits().size())
            .toList();
    assertThat(hits).contains(0, 131).filteredOn(n -> n > 0 && n < 131).hasSizeGreaterThan(20);
    assertThat(hits.stream().distinct()).hasSizeGreaterThan(12);
  }

  private static void load(Page page, List<PracticeItem> oldestFirst) {
    var newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    List<OtherFile> files = PracticeFiles.of(Samples.practicePlan(newestFirst, TODAY));
    files.stream()
        // the list of the blocks tells which of them the page knows
        .sorted(Comparator.comparing(file -> !file.uri().endsWith("muc-luc.js")))
        .forEach(file -> page.evaluate(file.text().get()));
  }

  /** What a page must show. */
  private static Answer answer(List<PracticeItem> oldestFirst, Query query) {
    List<PracticeItem> hits = new ArrayList<>(passing(oldestFirst, query, ""));
    Collections.reverse(hits);
    Comparator<PracticeItem> order = order(query.order(), oldestFirst);
    hits.sort(order);
    var values = new TreeMap<String, String>();
    GROUPS.forEach(
        (group, valuesOf) -> {
          List<PracticeItem> others = passing(oldestFirst, query, group);
          for (String value : values(oldestFirst, valuesOf)) {
            long count = others.stream().filter(p -> valuesOf.apply(p).contains(value)).count();
            boolean chosen = query.chosen().getOrDefault(group, List.of()).contains(value);
            if (count > 0 || chosen) {
              values.put(group + "=" + value, count + (chosen ? " x" : ""));
            }
          }
        });
    String said =
        hits.isEmpty()
            ? "Không có cách làm hay nào theo bộ lọc đã chọn."
            : hits.size() + " cách làm hay" + (query.chosen().isEmpty() ? "" : " theo bộ lọc");
    return new Answer("done", hits.stream().map(p -> p.article().title()).toList(), said, values);
  }

  /** Those that have one of the chosen values in every group but one. */
  private static List<PracticeItem> passing(List<PracticeItem> all, Query query, String but) {
    return all.stream()
        .filter(
            practice ->
                query.chosen().entrySet().stream()
                    .filter(group -> !group.getKey().equals(but))
                    .allMatch(
                        group ->
                            GROUPS.get(group.getKey()).apply(practice).stream()
                                .anyMatch(group.getValue()::contains)))
        .toList();
  }

  /** Of a list that begins with the newest. */
  private static Comparator<PracticeItem> order(String name, List<PracticeItem> oldestFirst) {
    Comparator<PracticeItem> byPlace =
        Comparator.comparing(
            practice -> practice.provinces().stream().map(Locality::name).findFirst(),
            (a, b) ->
                a.isEmpty() || b.isEmpty()
                    ? Boolean.compare(a.isEmpty(), b.isEmpty())
                    : new VietnameseOrder().compare(a.get(), b.get()));
    Comparator<PracticeItem> byShare =
        Comparator.comparing(p -> -p.share().map(s -> s.multiply(TEN).intValue()).orElse(-1));
    return Map.<String, Comparator<PracticeItem>>of(
            "cu", Comparator.comparing(oldestFirst::indexOf),
            "dia-phuong", byPlace,
            "ty-le", byShare)
        .getOrDefault(name, (a, b) -> 0);
  }

  private static Map<String, Function<PracticeItem, List<String>>> groups() {
    var groups = new LinkedHashMap<String, Function<PracticeItem, List<String>>>();
    groups.put("tinh", p -> p.provinces().stream().map(Locality::key).toList());
    groups.put(
        "chu-de",
        p ->
            p.article().topics().stream()
                .flatMap(topic -> topic.selfAndAncestors().stream().map(Topic::key))
                .toList());
    groups.put("noi", p -> p.kind().stream().map(PlaceKind::key).toList());
    groups.put("nam", p -> List.of("" + p.article().date().orElseThrow().day().getYear()));
    groups.put("ket-qua", p -> List.of(p.result().key()));
    return groups;
  }

  private static Set<String> values(
      List<PracticeItem> all, Function<PracticeItem, List<String>> valuesOf) {
    return all.stream()
        .flatMap(practice -> valuesOf.apply(practice).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Query> queries(List<PracticeItem> practices, Dice dice) {
    var queries = new ArrayList<Query>();
    while (queries.size() < QUERIES) {
      var chosen = new LinkedHashMap<String, List<String>>();
      GROUPS.forEach(
          (group, valuesOf) -> {
            // of the values that there are, and one that there is not
            var values = new ArrayList<>(values(practices, valuesOf));
            values.add("khong-co");
            if (dice.onceIn(3)) {
              chosen.put(group, dice.shuffled(values).stream().limit(1 + dice.below(3)).toList());
            }
          });
      var query = new Query(chosen, dice.pick(ORDERS));
      if (!query.isPlain()) {
        queries.add(query);
      }
    }
    return queries;
  }

  /** Practices, the oldest first, with none, one or several values in each group. */
  private static List<PracticeItem> practices(int size, Dice dice) {
    List<Locality> provinces =
        Stream.of("Hà Nội", "Hải Phòng", "Đắk Lắk", "Điện Biên", "Bà Rịa", "Bạc Liêu", "An Giang")
            .map(name -> province(name, name.startsWith("B")))
            .toList();
    var above = new Topic("tren", "Trên", "", Optional.empty());
    List<Topic> topics =
        List.of(
            above,
            new Topic("duoi-mot", "Dưới một", "", Optional.of(above)),
            new Topic("duoi-hai", "Dưới hai", "", Optional.of(above)),
            new Topic("rieng", "Riêng", "", Optional.empty()));
    List<PlaceKind> kinds =
        List.of(new PlaceKind("mien-nui", "Miền núi"), new PlaceKind("do-thi", "Đô thị"));
    var practices = new ArrayList<PracticeItem>();
    for (int i = 0; i < size; i++) {
      Samples.Builder article =
          Samples.article("p" + i)
              .type("practice")
              .date(START.plusDays(i * 20L))
              .topics(some(topics, dice).toArray(Topic[]::new));
      if (!dice.onceIn(4)) {
        article.figures(
            Samples.figure(
                "Hộ có nước sạch", dice.pick(List.of("", "90")), "91", dice.pick(SHARES)));
      }
      practices.add(
          new PracticeItem(
              article.build(),
              some(provinces, dice),
              Optional.empty(),
              dice.pickAny(some(kinds, dice))));
    }
    return practices;
  }

  private static <T> List<T> some(List<T> all, Dice dice) {
    return dice.shuffled(all).stream().limit(dice.pick(List.of(0, 1, 1, 1, 2, 3))).toList();
  }

  private static Locality province(String name, boolean former) {
    return new Locality(
        name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + name.length(),
        name,
        "tỉnh",
        Optional.empty(),
        Optional.empty(),
        former ? Optional.of(LocalDate.of(2025, 6, 30)) : Optional.empty(),
        List.of());
  }
}
