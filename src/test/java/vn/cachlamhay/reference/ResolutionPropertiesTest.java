package vn.cachlamhay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.text.VietnameseText;

/** What holds for everything that an editor may write. */
class ResolutionPropertiesTest {

  private static final String SEED = "20250701";
  private static final LocalDate OLDEST = LocalDate.of(1997, 1, 1);
  private static final LocalDate NEWEST = LocalDate.of(2030, 1, 1);
  private static final Gazetteer GAZETTEER = Gazetteer.load(Path.of("data/localities.yaml"));

  /** Spellings of one path that must not matter. */
  private static final List<UnaryOperator<String>> VARIANTS =
      List.of(
          path -> path,
          path -> path.toUpperCase(VietnameseText.LOCALE),
          path -> path.toLowerCase(VietnameseText.LOCALE),
          VietnameseText::fold,
          path -> Normalizer.normalize(path, Normalizer.Form.NFD),
          path -> path.replace("/", " / "),
          path -> " " + path.replace(" ", "  ") + "\u00a0",
          path -> path.replace(" - ", " – "),
          path -> path.replace(" - ", "—"),
          path -> path.replace(" - ", " "),
          path -> path.replace("òa", "oà").replace("óa", "oá").replace("ũy", "uỹ"),
          path -> path.replace("huyện ", "H. ").replace("xã ", "x.").replace("phường ", "P. "),
          path -> path.replace("thành phố ", "TP. ").replace("thị trấn ", "TT "),
          path -> "tỉnh ".repeat(path.startsWith("tỉnh ") ? 0 : 1) + path);

  @Provide
  Arbitrary<Locality> units() {
    return Arbitraries.of(GAZETTEER.all());
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(OLDEST.toEpochDay(), NEWEST.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<String> writings() {
    List<String> pieces = new ArrayList<>(List.of("/", ",", " ", ".", "24", "xã ", "H.", "tp "));
    GAZETTEER.all().forEach(unit -> pieces.add(unit.name()));
    Arbitrary<String> words =
        Arbitraries.of(pieces).list().ofMaxSize(7).map(list -> String.join("", list));
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().withChars("ăắâđêơưaeioxhntg /,.-'\u0301").ofMaxLength(30),
        words,
        words.map(VietnameseText::fold));
  }

  @Property(seed = SEED, tries = 3000)
  void theFullPathOfAUnitInItsTimeIsThatUnitInEverySpelling(
      @ForAll("units") Locality unit, @ForAll("days") LocalDate any) {
    LocalDate day = within(unit, any);
    for (UnaryOperator<String> variant : VARIANTS) {
      String written = variant.apply(path(unit, day));
      boolean wrongKind = written.startsWith("tỉnh") && !isProvince(unit, day);
      if (!wrongKind) {
        assertThat(GAZETTEER.resolve(written, Optional.of(day)))
            .as(written + " " + day)
            .isEqualTo(new Resolution.Found<>(unit));
      }
    }
  }

  @Property(seed = SEED, tries = 1500)
  void nothingThatIsWrittenStopsTheProgram(
      @ForAll("writings") String written, @ForAll("days") LocalDate day) {
    for (Optional<LocalDate> when : List.of(Optional.of(day), Optional.<LocalDate>empty())) {
      Resolution<Locality> resolution = GAZETTEER.resolve(written, when);
      assertThat(resolution).isEqualTo(GAZETTEER.resolve(written, when));
      if (resolution instanceof Resolution.Made<Locality> made) {
        assertSound(made.value());
      } else if (resolution instanceof Resolution.Ambiguous<Locality> many) {
        many.choices().forEach(choice -> assertUnderstood(choice.spelling(), when));
      } else if (resolution instanceof Resolution.Unknown<Locality> none
          && !none.nearest().isEmpty()) {
        assertUnderstood(none.nearest(), when);
      }
    }
  }

  private static void assertUnderstood(String spelling, Optional<LocalDate> day) {
    assertThat(GAZETTEER.resolve(spelling, day))
        .as(spelling)
        .isInstanceOfAny(Resolution.Found.class, Resolution.Made.class);
  }

  private static void assertSound(Locality made) {
    assertThat(made.isListed()).isFalse();
    assertThat(made.key()).matches("[a-z0-9-]+(/[a-z0-9-]+)+");
    Gazetteer more = GAZETTEER.with(List.of(made));
    assertThat(more.byKey(made.key())).contains(made);
    assertThat(more.placesOf(made)).contains(made).containsAll(made.selfAndAncestors());
  }

  private static boolean isProvince(Locality unit, LocalDate day) {
    return unit.province().namingOn(day).kind().equals("tỉnh");
  }

  /** The names of the day; provinces without their kind, all others with it. */
  private static String path(Locality unit, LocalDate day) {
    Locality.Naming naming = unit.namingOn(day);
    return unit.parent()
        .map(parent -> path(parent, day) + "/" + naming.fullName())
        .orElse(naming.name());
  }

  private static LocalDate within(Locality unit, LocalDate any) {
    LocalDate first = unit.from().orElse(OLDEST);
    LocalDate last = unit.until().orElse(NEWEST);
    return any.isBefore(first) ? first : any.isAfter(last) ? last : any;
  }
}
