package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Topic;

/** Related articles share something, and stay the same when others are added. */
class RelatedArticlesTest {

  private static final LocalDateTime START = LocalDateTime.of(2018, 1, 1, 8, 0);
  private static final Locality PROVINCE =
      new Locality(
          "lang-son",
          "Lạng Sơn",
          "tỉnh",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());
  private static final Locality DISTRICT =
      new Locality(
          "lang-son/huyen-bac-son",
          "Bắc Sơn",
          "huyện",
          Optional.of(PROVINCE),
          Optional.empty(),
          Optional.empty(),
          List.of());
  private static final Topic TOPIC = new Topic("dan-van", "Dân vận", "", Optional.empty());

  @Test
  void relatesWhatSharesAPlaceTopicOrTag() {
    Article self = at("a", 0).places(DISTRICT).topics(TOPIC).tags("tạo nguồn").build();
    Article place = at("b", 1).places(DISTRICT).build();
    Article topic = at("c", 2).topics(TOPIC).build();
    Article tag = at("d", 3).tags("tạo nguồn").build();
    Article above = at("e", 4).places(PROVINCE).build();
    Article nothing = at("f", 5).tags("khác").build();
    assertThat(related(self, self, place, topic, tag, above, nothing))
        .containsExactly(place, topic, tag, above);
  }

  @Test
  void putsFirstWhatSharesMost() {
    Article self = at("a", 0).topics(TOPIC).tags("x", "y").build();
    Article one = at("b", 1).tags("x").build();
    Article both = at("c", 90).tags("x", "y").topics(TOPIC).build();
    assertThat(related(self, self, one, both)).containsExactly(both, one);
  }

  @Test
  void leavesOutWhatThePageShowsAlready() {
    Article self = at("a", 0).topics(TOPIC).build();
    Article one = at("b", 1).topics(TOPIC).build();
    Article other = at("c", 2).topics(TOPIC).build();
    var related =
        new RelatedArticles(Samples.library(List.of(self, one, other)).articles(), t -> t);
    assertThat(related.to(self, 1, List.of())).containsExactly(one);
    assertThat(related.to(self, 1, List.of(one))).containsExactly(other);
  }

  @Test
  void relatesNothingToAPage() {
    Article page = at("a", 0).type("page").tags("x").build();
    assertThat(
            new RelatedArticles(List.of(at("b", 1).tags("x").build()), tag -> tag)
                .to(page, 4, List.of()))
        .isEmpty();
  }

  /** "lịch sử" and "lịch sự" are two tags, whatever their addresses look like. */
  @Test
  void doesNotTakeTagsOfOneSlugForOneTag() {
    Article history = at("a", 0).tags("lịch sử").build();
    Article polite = at("b", 1).tags("lịch sự").build();
    assertThat(related(history, history, polite)).isEmpty();
  }

  @Test
  void aNewArticleChangesWhatIsRelatedToAFewOnly() {
    var random = new Random(7);
    var articles = new ArrayList<Article>();
    for (int i = 0; i < 400; i++) {
      articles.add(0, any("a" + i, i, random));
    }
    var before = new RelatedArticles(articles, tag -> tag);
    var more = new ArrayList<>(articles);
    more.add(0, any("moi", 400, random));
    var after = new RelatedArticles(more, tag -> tag);
    long changed =
        articles.stream()
            .filter(a -> !before.to(a, 4, List.of()).equals(after.to(a, 4, List.of())))
            .count();
    // three neighbours on each of the new article's few shelves
    assertThat(changed).isBetween(1L, 15L);
  }

  private static Article any(String name, int day, Random random) {
    return at(name, day)
        .places(random.nextBoolean() ? DISTRICT : PROVINCE)
        .topics(TOPIC)
        .tags("thẻ " + random.nextInt(10), "nhãn " + random.nextInt(5))
        .build();
  }

  private static Samples.Builder at(String name, int days) {
    return Samples.article(name).date(START.plusDays(days));
  }

  private static List<Article> related(Article self, Article... all) {
    return new RelatedArticles(Samples.library(List.of(all)).articles(), tag -> tag)
        .to(self, 10, List.of());
  }
}
