package vn.cachlamhay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.time.api.constraints.DateRange;

/** What holds for every text. */
class TextPropertiesTest {

  private static final String SEED = "20180912";

  private static final char[] LETTERS =
      ("aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứự"
              + "vxyỳỷỹýỵAĐEÊIOÔƠUƯY0123456789 -–/.,\"'\u0300\u0301\u0303\u0309\u0323\u00a0")
          .toCharArray();

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().withChars(LETTERS).ofMaxLength(40));
  }

  /** Without loose combining marks, which no keyboard leaves behind. */
  @Provide
  Arbitrary<String> words() {
    return texts().map(text -> text.replaceAll("\\p{M}", ""));
  }

  @Property(seed = SEED)
  void aSlugHasOnlyWhatAddressesMayHave(@ForAll("texts") String text) {
    assertThat(VietnameseText.slug(text)).matches("([a-z0-9]+(-[a-z0-9]+)*)?");
  }

  @Property(seed = SEED)
  void aSlugOfASlugIsTheSame(@ForAll("texts") String text) {
    String slug = VietnameseText.slug(text);

    assertThat(VietnameseText.slug(slug)).isEqualTo(slug);
  }

  /** The rule as an expression; most texts have nothing for it to do, which is seen sooner. */
  @Property(seed = SEED)
  void tidyTextHasSingleBlanksAndNoneAtItsEnds(
      @ForAll @Chars({' ', '\t', '\n', '\u00a0', '\u200b', '\u2003', '\ufeff', 'a', 'ế', 'đ', '–'})
          String text) {
    String tidy = text.replaceAll("[\\s\\u00a0\\u200b\\ufeff]+", " ").strip();

    assertThat(VietnameseText.tidy(text)).isEqualTo(tidy);
  }

  @Property(seed = SEED)
  void foldingTwiceIsFoldingOnce(@ForAll("texts") String text) {
    String folded = VietnameseText.fold(text);

    assertThat(VietnameseText.fold(folded)).isEqualTo(folded);
  }

  @Property(seed = SEED)
  void slugsDoNotDependOnHowLettersAreComposed(@ForAll("texts") String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertThat(VietnameseText.slug(decomposed)).isEqualTo(VietnameseText.slug(text));
  }

  @Property(seed = SEED)
  void composingUndoesDecomposing(@ForAll("texts") String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertThat(VietnameseText.nfc(decomposed)).isEqualTo(VietnameseText.nfc(text));
    assertThat(VietnameseText.nfc(VietnameseText.nfc(text))).isEqualTo(VietnameseText.nfc(text));
  }

  @Property(seed = SEED)
  void aNameKeyOfANameKeyIsTheSame(@ForAll("words") String text) {
    String key = VietnameseText.nameKey(text);

    assertThat(VietnameseText.nameKey(key)).isEqualTo(key);
  }

  @Property(seed = SEED)
  void oldTonePlacementChangesNoLetterWithoutItsTone(@ForAll("texts") String text) {
    String lower = VietnameseText.nfc(text).toLowerCase(VietnameseText.LOCALE);

    assertThat(VietnameseText.fold(TonePlacement.old(lower))).isEqualTo(VietnameseText.fold(lower));
  }

  @Property(seed = SEED)
  void theOrderIsAnOrder(@ForAll("texts") String a, @ForAll("texts") String b) {
    var order = new VietnameseOrder();

    assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
    assertThat(order.compare(a, b) == 0).isEqualTo(a.equals(b));
  }

  @Property(seed = SEED)
  void theNearestIsOneOfTheChoices(
      @ForAll("texts") String written, @ForAll @Size(min = 1, max = 5) List<String> choices) {
    assertThat(Nearest.to(written, choices)).isPresent().get().isIn(choices);
  }

  @Property(seed = SEED)
  void aChoiceItselfIsItsNearest(
      @ForAll("names") String name,
      @ForAll @Size(max = 5) List<@net.jqwik.api.From("names") String> others) {
    var choices = new java.util.ArrayList<>(others);
    choices.add(name);

    assertThat(VietnameseText.nameKey(Nearest.to(name, choices).orElseThrow()))
        .isEqualTo(VietnameseText.nameKey(name));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "Bắc Sơn",
        "Bác Sơn",
        "Bạc Sơn",
        "Bắc Bình",
        "Bác Bình",
        "Sơn La",
        "Hoà",
        "Hòa",
        "đa",
        "da");
  }

  @Property(seed = SEED)
  void datesAreReadWhateverStandsBetweenDayAndTime(
      @ForAll @DateRange(min = "1900-01-01", max = "2100-12-31") LocalDate day,
      @ForAll("times") int minuteOfDay,
      @ForAll("gaps") String gap) {
    LocalDateTime moment = day.atStartOfDay().plusMinutes(minuteOfDay);
    String clock = "%d:%02d".formatted(moment.getHour(), moment.getMinute());

    assertThat(VietnameseDates.parse(VietnameseDates.shortDay(day) + gap + clock)).contains(moment);
    assertThat(VietnameseDates.parse(day + gap + clock)).contains(moment);
    assertThat(VietnameseDates.parse(clock + gap + VietnameseDates.shortDay(day))).contains(moment);
  }

  @Provide
  Arbitrary<Integer> times() {
    return Arbitraries.integers().between(0, 24 * 60 - 1);
  }

  @Provide
  Arbitrary<String> gaps() {
    return Arbitraries.of(" ", "  ", " - ", " – ", " — ", ", ", "T", "–");
  }

  @Property(seed = SEED)
  void noTextMakesTheDateReaderFail(@ForAll("dateLike") String text) {
    VietnameseDates.parse(text)
        .ifPresent(read -> assertThat(read).isInstanceOfAny(LocalDate.class, LocalDateTime.class));
  }

  @Provide
  Arbitrary<String> dateLike() {
    return Arbitraries.strings().withChars("0123456789/-.:hHT ,–").ofMaxLength(24);
  }
}
