package vn.cachlamhay.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.build.SiteImport;
import vn.cachlamhay.edit.SourceFile;
import vn.cachlamhay.text.VietnameseText;

/** How often an import finds what a person would, over all fixtures. */
class AccuracyTest {

  @TempDir Path folder;

  /** Counts what was right. */
  private static final class Share {
    private final String name;
    private final List<String> misses = new ArrayList<>();
    private int right;
    private int all;

    Share(String name) {
      this.name = name;
    }

    void count(boolean isRight, String miss) {
      all++;
      if (isRight) {
        right++;
      } else {
        misses.add(miss);
      }
    }

    double value() {
      return all == 0 ? 1 : right / (double) all;
    }

    @Override
    public String toString() {
      return "%-22s %4d of %4d  %.3f".formatted(name, right, all, value());
    }
  }

  private final Share titles = new Share("titles");
  private final Share dates = new Share("dates");
  private final Share authors = new Share("authors");
  private final Share places = new Share("places");
  private final Share kept = new Share("sentences kept");
  private final Share dropped = new Share("furniture dropped");

  @Test
  void anImportFindsWhatAPersonWould() throws IOException {
    List<Expected> cases = Expected.all();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
    Map<String, Outcome> outcomes = bring(cases);
    for (Expected expected : cases) {
      String name = expected.source().toString();
      Outcome outcome = outcomes.get(name);
      assertThat(outcome.status())
          .as(name + ": " + outcome.problems())
          .isEqualTo(Outcome.Status.MADE);
      compare(name, expected, draft(outcome));
    }
    List<Share> shares = List.of(titles, dates, authors, places, kept, dropped);
    System.out.println(cases.size() + " texts brought in:");
    for (Share share : shares) {
      System.out.println("  " + share);
      share.misses.forEach(miss -> System.out.println("      " + miss));
    }
    assertThat(titles.value()).isGreaterThan(0.95);
    assertThat(dates.value()).isGreaterThan(0.95);
    assertThat(authors.value()).isGreaterThan(0.9);
    // below provinces the gazetteer has only what it was given: a reader knows more
    assertThat(places.value()).isGreaterThan(0.75);
    assertThat(kept.value()).isGreaterThan(0.99);
    assertThat(dropped.value()).isGreaterThan(0.95);
  }

  private Map<String, Outcome> bring(List<Expected> cases) throws IOException {
    Path site = folder.resolve("trang");
    DraftSite.make(site);
    Map<String, Outcome> outcomes = new HashMap<>();
    // fixtures that are alike on purpose are brought in all the same
    new SiteImport(site)
        .importer(new ImportOptions(Optional.empty(), true, false))
        .run(
            cases.stream().map(expected -> expected.source().toString()).toList(),
            () -> false,
            (outcome, done, all) -> outcomes.put(outcome.source(), outcome));
    return outcomes;
  }

  private SourceFile draft(Outcome outcome) throws IOException {
    Path file = folder.resolve("trang/content").resolve(outcome.article().orElseThrow());
    return SourceFile.of(Files.readAllBytes(file), "~~~~~~");
  }

  private void compare(String name, Expected expected, SourceFile draft) {
    Map<String, List<String>> fields = draft.fields();
    String title = first(fields, "title");
    titles.count(words(title).equals(words(expected.title())), "%s: %s".formatted(name, title));
    String date = first(fields, "date");
    boolean sameDay =
        expected.date().equals(Expected.UNKNOWN) || expected.date().isEmpty()
            ? date.isEmpty()
            : date.startsWith(expected.date());
    dates.count(sameDay, "%s: %s, not %s".formatted(name, date, expected.date()));
    List<String> names = fields.getOrDefault("author", List.of());
    authors.count(
        names.equals(expected.authors()),
        "%s: %s, not %s".formatted(name, names, expected.authors()));
    List<String> found = fields.getOrDefault("locality", List.of());
    places.count(
        units(found).equals(units(expected.locality())),
        "%s: %s, not %s".formatted(name, found, expected.locality()));
    String body = words(draft.body());
    String all = body;
    for (String key : List.of("summary", "caption", "author", "source", "agency")) {
      all += " " + words(String.join(" ", fields.getOrDefault(key, List.of())));
    }
    for (String sentence : expected.sentences()) {
      kept.count(all.contains(words(sentence)), "%s lost: %s".formatted(name, sentence));
    }
    for (String line : expected.furniture()) {
      dropped.count(!body.contains(words(line)), "%s still has: %s".formatted(name, line));
    }
  }

  /** A unit with its kind and without are the same. */
  private static List<String> units(List<String> places) {
    return places.stream()
        .map(
            place ->
                words(
                    place.replaceAll(
                        "(?:^|/)(?:huyện|xã|phường|thị trấn|thị xã|thành phố|tỉnh) ", "/")))
        .toList();
  }

  private static String first(Map<String, List<String>> fields, String key) {
    return String.join(" ", fields.getOrDefault(key, List.of()));
  }

  /** Letters and digits: marks of Markdown and tidied punctuation make no difference. */
  private static String words(String text) {
    return VietnameseText.fold(text).replaceAll("[^a-z0-9]+", " ").strip();
  }
}
