package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a result says of an article; its marks stand here in square brackets. */
class ExcerptTest {

  private static final String FILLER = "Chuyện ấy để sau hãy bàn, còn bao việc khác phải lo. ";

  @Test
  void marksWordsAsTheyWereTypedAndNeighboursAsOne() {
    Excerpt excerpt =
        excerpt("Đảng viên trẻ", "Một đảng, viên", "Đảng-viên.", words("đảng", "viên"));

    assertThat(marked(excerpt.title())).isEqualTo("[Đảng viên] trẻ");
    assertThat(marked(excerpt.text())).isEqualTo("Một [đảng], [viên] · [Đảng-viên].");
  }

  @Test
  void otherMarksCountWhereTheWordDoesNotStandAsItWasTyped() {
    assertThat(marked(excerpt("Bạn", "ban, bán", "", words("bàn")).text()))
        .isEqualTo("[ban], [bán]");
    assertThat(marked(excerpt("Bàn", "ban, bán", "", words("bàn")).text())).isEqualTo("ban, bán");
  }

  @Test
  void aBareWordMarksEveryWordOfItsLetters() {
    var bare = List.of(new Searcher.Word("ban", Set.of("ban"), true));

    assertThat(marked(excerpt("Bạn", "bản, bàn bạc", "", bare).text()))
        .startsWith("[bản], [bàn] bạc");
  }

  @Test
  void beginsWithTheSentenceThatHasTheMostOfTheQuery() {
    String text = FILLER.repeat(5) + "Xã có nông thôn mới. " + FILLER.repeat(5);
    String excerpt = marked(excerpt("Bài", "Nông dân.", text, words("nông", "thôn", "mới")).text());

    assertThat(excerpt).startsWith("… Xã có [nông thôn mới]. Chuyện").endsWith(" …");
    assertThat(excerpt.length()).isBetween(80, 130);
  }

  @Test
  void beginsInASentenceThatIsTooLong() {
    String text = "chuyện ấy ".repeat(40) + "nông thôn mới " + "chuyện ấy ".repeat(40);
    String excerpt = marked(excerpt("Bài", "", text, words("nông", "thôn", "mới")).text());

    assertThat(excerpt).matches("… (chuyện |ấy )+\\[nông thôn mới\\] (chuyện ?|ấy ?)+ …");
  }

  @Test
  void beginsAtTheBeginningWhereNothingIsToBeMarked() {
    assertThat(marked(excerpt("Bài", "Sapô.", FILLER.repeat(9), words("lạ")).text()))
        .startsWith("Sapô. Chuyện ấy");
  }

  @Test
  void linesBecomeOneAndNothingMovesACursor() {
    assertThat(
            marked(excerpt("A\u001b[2J", "Sapô", "Một.\n\nHai\tba\r\nbốn", words("sapô")).text()))
        .isEqualTo("[Sapô] · Một. Hai ba · bốn");
    assertThat(marked(excerpt("A\u001b[2Jb", "", "", words("b")).title())).isEqualTo("A [2Jb");
  }

  @Test
  void aLeadThatIsTheBeginningOfTheTextStandsOnce() {
    Excerpt excerpt = excerpt("Bài", "Một. Hai ba …", "Một.\nHai ba bốn.", words("hai"));

    assertThat(marked(excerpt.text())).isEqualTo("[Hai] ba bốn.");
  }

  @Test
  void anArticleWithoutTextHasNoExcerpt() {
    assertThat(excerpt("Bài", "", "", words("bài")).text().text()).isEmpty();
  }

  private static List<Searcher.Word> words(String... words) {
    var list = new ArrayList<Searcher.Word>();
    for (String word : words) {
      Tokenizer.tokens(word)
          .forEach(
              token -> list.add(new Searcher.Word(token.exact(), Set.of(token.folded()), false)));
    }
    return list;
  }

  private static Excerpt excerpt(
      String title, String summary, String text, List<Searcher.Word> words) {
    return Excerpt.of(new Searcher.Shown("a.html", title, summary, "", "", "", text), words, 100);
  }

  private static String marked(Passage passage) {
    var text = new StringBuilder(passage.text());
    for (int i = passage.marks().size() - 1; i >= 0; i--) {
      text.insert(passage.marks().get(i).end(), ']').insert(passage.marks().get(i).start(), '[');
    }
    return text.toString();
  }
}
