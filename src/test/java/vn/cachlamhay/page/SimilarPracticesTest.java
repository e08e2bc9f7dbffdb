package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.PlaceKinds;

/** Similar practices are of the same topic and from elsewhere, and stay when others are added. */
class SimilarPracticesTest {

  private static final LocalDateTime START = LocalDateTime.of(2015, 1, 1, 8, 0);
  private static final Topic SOURCES = topic("tao-nguon", "Tạo nguồn kết nạp");
  private static final Topic WOMEN = topic("nu", "Phát triển đảng viên nữ");
  private static final Locality NORTH = place("a", "A", "tỉnh", null);
  private static final Locality SOUTH = place("b", "B", "tỉnh", null);
  private static final Locality HERE = place("a/huyen-x", "X", "huyện", NORTH);
  private static final Locality THERE = place("b/huyen-y", "Y", "huyện", SOUTH);
  private static final Locality TOWN = place("b/thi-xa-z", "Z", "thị xã", SOUTH);
  private static final Locality WARD = place("a/phuong-w", "W", "phường", NORTH);

  @Test
  void areOfTheSameTopicAndFromElsewhere() {
    Article self = practice("tu", 9).topics(SOURCES).places(HERE).build();
    Article there = practice("kia", 8).topics(SOURCES).places(THERE).build();
    Article here = practice("day", 7).topics(SOURCES).places(HERE).build();
    Article above = practice("tren", 6).topics(SOURCES).places(NORTH).build();
    Article other = practice("khac", 5).topics(WOMEN).places(THERE).build();
    Article news = Samples.article("tin").topics(SOURCES).places(THERE).build();
    assertThat(choose(self, self, there, here, above, other, news))
        .extracting(SimilarPractices.Choice::article)
        .containsExactly(there);
    assertThat(choose(news, self, news)).isEmpty();
  }

  @Test
  void sayWhyTheyStandThere() {
    Article self = practice("tu", 9).topics(SOURCES, WOMEN).places(HERE).build();
    Article there = practice("kia", 8).topics(WOMEN, SOURCES).places(THERE).build();
    Article town = practice("thi", 7).topics(SOURCES).places(TOWN).build();
    assertThat(choose(self, self, there, town))
        .extracting(SimilarPractices.Choice::reason)
        .containsExactly(
            "cùng chủ đề tạo nguồn kết nạp và phát triển đảng viên nữ, cũng là huyện",
            "cùng chủ đề tạo nguồn kết nạp");
  }

  /** A ward is helped by a town elsewhere, which is called by another word. */
  @Test
  void theKindOfPlaceCountsMoreThanWhatTheUnitIsCalled() {
    Article self = practice("tu", 9).topics(SOURCES).places(WARD).build();
    Article village = practice("lang", 8).topics(SOURCES).places(THERE).build();
    Article town = practice("thi", 1).topics(SOURCES).places(TOWN).build();
    assertThat(choose(self, self, village, town))
        .extracting(SimilarPractices.Choice::article, SimilarPractices.Choice::reason)
        .containsExactly(
            tuple(town, "cùng chủ đề tạo nguồn kết nạp, cũng ở đô thị"),
            tuple(village, "cùng chủ đề tạo nguồn kết nạp"));
  }

  @Test
  void theirWordsDecideWhereTheRestIsTheSame() {
    Article self = practice("tu", 9).title("Đưa lớp học về tận bản").topics(SOURCES).build();
    Article far = practice("xa", 1).title("Mở lớp học về tận thôn").topics(SOURCES).build();
    Article near = practice("gan", 8).title("Chấm điểm hằng tháng").topics(SOURCES).build();
    assertThat(choose(self, self, far, near))
        .extracting(SimilarPractices.Choice::article)
        .containsExactly(far, near);
  }

  /** Of two that are alike the older one, whose page has been there all the time. */
  @Test
  void preferOlderOnes() {
    Article self = practice("tu", 5).title("Một").topics(SOURCES).build();
    Article newer = practice("moi", 6).title("Hai").topics(SOURCES).build();
    Article older = practice("cu", 2).title("Ba").topics(SOURCES).build();
    assertThat(choose(self, self, newer, older))
        .extracting(SimilarPractices.Choice::article)
        .containsExactly(older, newer);
  }

  @Test
  void aNewPracticeChangesAFewPagesOnly() {
    var random = new Random(10);
    var all = new ArrayList<Article>();
    for (int i = 0; i < 300; i++) {
      all.add(random(i, random));
    }
    Map<String, List<String>> before = choices(all);
    for (int round = 0; round < 20; round++) {
      var more = new ArrayList<>(all);
      Article added = random(300 + round, random);
      more.add(added);
      Map<String, List<String>> after = choices(more);
      long changed =
          before.entrySet().stream()
              .filter(entry -> !after.get(entry.getKey()).equals(entry.getValue()))
              .count();
      assertThat(changed).isLessThanOrEqualTo(2L * added.topics().size());
    }
  }

  private static Article random(int day, Random random) {
    var words = new StringBuilder("Cách làm");
    for (int i = 0; i < 25; i++) {
      words.append(' ').append((char) ('a' + random.nextInt(8))).append("ang");
    }
    Samples.Builder article = practice("p" + day, day).title(words.toString());
    article.places(random.nextBoolean() ? THERE : HERE);
    return (random.nextBoolean() ? article.topics(SOURCES, WOMEN) : article.topics(SOURCES))
        .build();
  }

  private static Map<String, List<String>> choices(List<Article> articles) {
    var similar = similar(articles);
    var choices = new HashMap<String, List<String>>();
    articles.forEach(
        article ->
            choices.put(
                article.source(),
                similar.to(article, 3).stream().map(each -> each.article().source()).toList()));
    return choices;
  }

  private static List<SimilarPractices.Choice> choose(Article article, Article... all) {
    return similar(List.of(all)).to(article, 3);
  }

  private static SimilarPractices similar(List<Article> articles) {
    Comparator<Article> newestFirst = Article.NEWEST_FIRST;
    return new SimilarPractices(
        articles.stream().sorted(newestFirst).toList(), PlaceKinds.STANDARD);
  }

  private static Samples.Builder practice(String name, int day) {
    return Samples.article(name).type("practice").date(START.plusDays(day));
  }

  private static Topic topic(String key, String name) {
    return new Topic(key, name, "", Optional.empty());
  }

  private static Locality place(String key, String name, String kind, Locality parent) {
    return new Locality(
        key,
        name,
        kind,
        Optional.ofNullable(parent),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
