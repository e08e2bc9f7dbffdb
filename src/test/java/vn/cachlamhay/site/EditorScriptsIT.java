package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.text.VietnameseDates;
import vn.cachlamhay.text.VietnameseText;

/**
 * What the scripts of the editor's page work out by themselves, in the browser that works it out.
 */
final class EditorScriptsIT extends InBrowser {

  private static final String ANY = "icon.svg";
  private static final int CASES = 300;

  @Override
  Path out() {
    return Path.of("src/main/resources/vn/cachlamhay/preview/editor").toAbsolutePath();
  }

  /** The list is filtered by what the program has folded, so both must fold alike. */
  @Test
  void foldsAsTheProgramDoes() {
    List<String> texts =
        IntStream.rangeClosed(0x20, 0x1eff)
            .filter(Character::isLetterOrDigit)
            .filter(c -> c < 0x250 || c > 0x1dff)
            .mapToObj(Character::toString)
            .toList();

    Object folded = inPage("text.js", "(m, texts) => texts.map(m.fold)", texts);

    assertThat(folded).isEqualTo(texts.stream().map(VietnameseText::fold).toList());
  }

  @Test
  void understandsTheDatesThatTheProgramUnderstands() {
    List<String> texts =
        List.of(
            "2018-09-12",
            "2018-9-2 08:30",
            "2018-09-12T8h05",
            "12/9/2018",
            "9.5.2018 07:44",
            "22-04-2024, 19:58",
            "19:58 22/04/2024",
            "29/2/2024",
            "29/2/2023",
            "2018-13-01",
            "31/4/2018",
            "12/9/2018 24:00",
            "12/9-2018",
            "hôm qua",
            "",
            "2018",
            "1/1/2018 08:30:15");
    List<String> expected =
        texts.stream()
            .map(text -> VietnameseDates.parse(text).map(EditorScriptsIT::written).orElse(text))
            .toList();

    Object once = inPage("text.js", "(m, texts) => texts.map(m.writtenDate)", texts);
    Object shown =
        inPage("text.js", "(m, texts) => texts.map(m.shownDate).map(m.writtenDate)", texts);

    assertThat(once).isEqualTo(expected);
    assertThat(shown).as("after being shown in the form").isEqualTo(expected);
  }

  private static String written(Temporal moment) {
    return moment instanceof LocalDateTime time
        ? DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(time)
        : ((LocalDate) moment).toString();
  }

  /** Of two versions nothing is lost by comparing them: each can be put together again. */
  @Test
  void aComparisonHoldsBothTexts() {
    Random dice = new Random(7);
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      String mine = text(dice);
      pairs.add(List.of(mine, dice.nextInt(4) == 0 ? text(dice) : edited(mine, dice)));
    }

    Object wrong =
        inPage(
            "compare.js",
            """
            (m, pairs) => pairs.filter(([mine, theirs]) => {
              const blocks = m.blocks(mine, theirs);
              const all = side => m.merged(blocks, blocks.map(() => side));
              const meet = blocks.some((block, at) => at > 0 && Boolean(block.same) === Boolean(blocks[at - 1].same));
              return all('mine') !== mine || all('theirs') !== theirs || meet || (mine === theirs) !== blocks.every(block => block.same);
            })""",
            pairs);

    assertThat(wrong).isEqualTo(List.of());
  }

  /** The page beside the text is the same whether it was loaded or changed in place. */
  @Test
  void aChangedPageIsThePageThatItShouldBe() {
    Random dice = new Random(11);
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      String mine = text(dice);
      pairs.add(List.of(html(mine), html(edited(mine, dice))));
    }

    Object wrong =
        inPage(
            "patch.js",
            """
            (m, pairs) => pairs.filter(([before, after]) => {
              const page = text => new DOMParser().parseFromString(text, 'text/html');
              const old = page(before);
              m.patch(old.body, page(after).body);
              return !old.body.isEqualNode(page(after).body);
            })""",
            pairs);

    assertThat(wrong).isEqualTo(List.of());
  }

  @Test
  void aTableComesBackIntoTheGridAsItWasWritten() {
    List<List<String>> rows =
        List.of(
            List.of("Đơn vị", "Năm 2017 | 2018", "Tỷ lệ"),
            List.of("Long Đống", "15", "88,78%"),
            List.of("", "1.200", "-3"));

    Object markdown = inPage("table.js", "(m, rows) => m.toMarkdown(rows)", rows);
    Object back =
        inPage(
            "table.js", "(m, text) => m.tableAt(['', ...text.split('\\n'), ''], 3).rows", markdown);

    assertThat(markdown.toString().lines().toList().get(1)).isEqualTo("|---|--:|--:|");
    assertThat(back).isEqualTo(rows);
  }

  @Test
  void versionsAreTheSameWhereTheirFilesAre() {
    Map<String, Object> one =
        Map.of("fields", Map.of("title", List.of("Bài"), "tags", List.of()), "body", "Chữ\r\n");
    Map<String, Object> same = Map.of("fields", Map.of("title", List.of("Bài")), "body", "Chữ\n\n");
    Map<String, Object> other = Map.of("fields", Map.of("title", List.of("Bài")), "body", "Chữ.");

    Object answers =
        inPage(
            "text.js",
            "(m, all) => all.map(each => m.same(all[0], each))",
            List.of(one, same, other));

    assertThat(answers).isEqualTo(List.of(true, true, false));
  }

  private Object inPage(String script, String function, Object argument) {
    try (Tab tab = chromium.open(server.address())) {
      Page page = tab.go(ANY);
      String call = "async given => (" + function + ")(await import('./" + script + "'), given)";
      return page.evaluate(call, argument);
    }
  }

  private static String text(Random dice) {
    List<String> lines = new ArrayList<>();
    for (int i = dice.nextInt(12); i >= 0; i--) {
      lines.add(List.of("", "một", "hai", "ba", "bốn").get(dice.nextInt(5)));
    }
    return String.join("\n", lines);
  }

  private static String edited(String text, Random dice) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    for (int i = dice.nextInt(3); i >= 0; i--) {
      int at = dice.nextInt(lines.size());
      if (dice.nextBoolean() || lines.size() == 1) {
        lines.add(at, List.of("mới", "hai", "").get(dice.nextInt(3)));
      } else {
        lines.remove(at);
      }
    }
    return String.join("\n", lines);
  }

  /** Each line a paragraph, a list or a heading, with classes that change too. */
  private static String html(String text) {
    var body = new StringBuilder("<body class='l" + text.length() % 3 + "'><main>");
    text.lines()
        .forEach(
            line ->
                body.append(
                    switch (line.length()) {
                      case 0 -> "<hr>";
                      case 2 -> "<ul><li>" + line + "<li>x</ul>";
                      case 3 -> "<p class=" + line + "><b>" + line + "</b> y</p>";
                      default -> "<h2 id=" + line + ">" + line + "</h2>";
                    }));
    return body.append("</main>").toString();
  }
}
