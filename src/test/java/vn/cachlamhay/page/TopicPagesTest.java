package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.model.Views;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.PlaceKinds;
import vn.cachlamhay.reference.Topics;

/** The page of a topic: its guide, its practices and their lessons. */
class TopicPagesTest {

  private static final Path DATA = Path.of("data");
  private static final Topics TOPICS = Topics.load(DATA.resolve("topics.yaml"));
  private static final Topic TOPIC = TOPICS.byKey("tao-nguon").orElseThrow();
  private static final String URI = "chu-de/tao-nguon/index.html";

  private final Problems problems = new Problems();

  @Test
  void aPageAtTheAddressOfATopicIsItsGuide() {
    Plan plan = plan(guide("huong-dan").build());
    assertThat(topic(plan).guide()).isEqualTo("<p>huong-dan</p>");
    assertThat(plan.pages().stream().filter(page -> page.uri().equals(URI))).hasSize(1);
    assertThat(plan.hasPage(guide("huong-dan").build())).isFalse();
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aDraftGuidesNobody() {
    Plan plan = plan(guide("nhap").status(Status.DRAFT).uri("chu-de/tao-nguon-draft.html").build());
    assertThat(topic(plan).guide()).isEmpty();
  }

  @Test
  void newsCannotTakeTheAddressOfATopic() {
    plan(guide("tin").type("post").build());
    assertThat(problems.sorted())
        .extracting(problem -> problem.code())
        .containsExactly(ProblemCode.TRUNG_DIA_CHI);
  }

  @Test
  void ofTwoGuidesOneIsRefused() {
    plan(guide("mot").build(), guide("hai").source("content/chu-de/tao-nguon.md").build());
    assertThat(problems.sorted())
        .extracting(problem -> problem.code())
        .containsExactly(ProblemCode.TRUNG_DIA_CHI);
  }

  @Test
  void lessonsNameTheirPracticeAndLeadToTheirPlace() {
    Article practice =
        Samples.article("a")
            .type("practice")
            .topics(TOPIC)
            .lessons("Một.", "Hai.", "Ba.", "Bốn.")
            .build();
    Article news = Samples.article("b").topics(TOPIC).lessons("Không phải cách làm.").build();
    TopicView topic = topic(plan(practice, news));
    assertThat(topic.practices()).extracting(Card::uri).containsExactly(practice.uri());
    assertThat(topic.lessons()).hasSize(1);
    TopicView.Lessons lessons = topic.lessons().get(0);
    assertThat(lessons.source()).isEqualTo(new Link(practice.title(), practice.uri()));
    assertThat(lessons.items())
        .containsExactly(
            new TopicView.Lesson("Một.", "kinh-nghiem-1"),
            new TopicView.Lesson("Hai.", "kinh-nghiem-2"),
            new TopicView.Lesson("Ba.", "kinh-nghiem-3"));
    assertThat(topic.listing().items()).hasSize(2);
  }

  private static Samples.Builder guide(String name) {
    return Samples.article(name).type("page").uri(URI);
  }

  private static TopicView topic(Plan plan) {
    return plan.pages().stream()
        .filter(page -> page.uri().equals(URI))
        .map(page -> (TopicView) page.model().get().variables().get().get("topic"))
        .findFirst()
        .orElseThrow();
  }

  private Plan plan(Article... articles) {
    return new Planner(
            Samples.portal("", 20),
            Gazetteer.load(DATA.resolve("localities.yaml")),
            TOPICS,
            PlaceKinds.STANDARD,
            Views.NONE,
            Map.of("post", "a.ftlh", "practice", "a.ftlh", "page", "a.ftlh"),
            LocalDate.of(2026, 11, 23),
            false)
        .plan(Samples.library(List.of(articles)), problems);
  }
}
