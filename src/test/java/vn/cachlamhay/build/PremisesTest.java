package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a bake passes over because the premises of all files are as they were, and what it must not
 * pass over: beside other words in a text, everything that a page can be made from.
 */
class PremisesTest {

  private static final String NEWS = news(2);

  @TempDir Path folder;
  private TestSite site;
  private Map<String, String> before;

  @BeforeEach
  void bakeTwice() throws IOException {
    site = TestSite.copyOf("portal-small", folder);
    for (int i = 2; i <= 4; i++) {
      String text = Files.readString(folder.resolve(news(i)));
      site.write(news(i), text.replace("\n~~~~~~", "\nsummary=Một lời dẫn\n~~~~~~"));
    }
    site.bake();
    before = site.pages();
  }

  @Test
  void moreWordsInATextChangeThePagesThatShowIt() throws IOException {
    site.append(NEWS, "\nThêm một câu ở cuối.\n");
    site.bake();

    assertThat(changed()).contains("bai-viet/2018/tin-2.html").doesNotContain("index.html");
    assertThat(site.pages().get("bai-viet/2018/tin-2.html")).contains("Thêm một câu ở cuối.");
    assertSameAsCold(TestSite.NOW);
  }

  @Test
  void moreWordsAgainAndAgain() throws IOException {
    for (int i = 1; i <= 3; i++) {
      site.append(NEWS, "\nLần thứ " + i + ".\n");
      site.append(news(i == 2 ? 3 : 4), "\nCũng thêm.\n");
      site.bake();
    }
    assertSameAsCold(TestSite.NOW);
  }

  @Test
  void theTextOfAGuideStandsOnThePageOfItsTopic() throws IOException {
    site.append("content/chu-de/tao-nguon.md", "\nLời dẫn dài hơn.\n");
    site.bake();

    assertThat(site.pages().get("chu-de/tao-nguon/index.html")).contains("Lời dẫn dài hơn.");
    assertSameAsCold(TestSite.NOW);
  }

  @Test
  void aTextThatItsLeadIsTakenFromChangesLists() throws IOException {
    site.append("content/bai-viet/2018/tin-1.md", "\nChưa đủ dài nên cũng là phần dẫn.\n");
    site.bake();

    assertThat(changed()).contains("bai-viet/2018/tin-1.html", "feed.xml");
    assertSameAsCold(TestSite.NOW);
  }

  @Test
  void anotherDayChangesWhatIsOfToday() throws IOException {
    LocalDateTime earlier = LocalDateTime.of(2025, 6, 30, 12, 0);
    site.bake(false, earlier);
    assertThat(changed()).isNotEmpty();
    assertSameAsCold(earlier);
  }

  @Test
  void draftsToo() throws IOException {
    site.bake(true, TestSite.NOW);
    Map<String, String> warm = site.pages();
    site.deleteCache().delete("output");
    site.bake(true, TestSite.NOW);
    assertThat(warm).isEqualTo(site.pages());
  }

  @Test
  void aFileBesideTheArticlesTakesAnAddress() throws IOException {
    site.write("assets/dia-phuong/index.html", "của trang");
    site.bake();

    assertThat(site.pages().get("dia-phuong/index.html")).isEqualTo("của trang");
    site.delete("assets/dia-phuong");
    site.bake();
    assertThat(site.pages()).isEqualTo(before);
  }

  private static String news(int number) {
    return "content/bai-viet/2018/tin-" + number + ".md";
  }

  private TreeSet<String> changed() throws IOException {
    Map<String, String> after = site.pages();
    var changed = new TreeSet<>(after.keySet());
    changed.removeIf(uri -> after.get(uri).equals(before.get(uri)));
    return changed;
  }

  private void assertSameAsCold(LocalDateTime now) throws IOException {
    Map<String, String> warm = site.pages();
    site.deleteCache().delete("output");
    site.bake(false, now);
    Map<String, String> cold = site.pages();
    assertThat(warm.keySet()).isEqualTo(cold.keySet());
    cold.forEach((uri, text) -> assertThat(warm.get(uri)).as(uri).isEqualTo(text));
  }
}
