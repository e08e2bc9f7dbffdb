package vn.cachlamhay.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.model.Locality;

/** What a file of localities may say, and what becomes of one that is wrong. */
class GazetteerFileTest {

  @TempDir Path folder;

  @Test
  void ofUnitsOfOneNameTheDateChooses() throws IOException {
    Gazetteer gazetteer =
        load(
            """
            units:
              - {key: a, name: Hà Giang, kind: tỉnh, until: 2025-06-30, into: [b]}
              - {key: b, name: Tuyên Quang, kind: tỉnh}
              - {key: b/xa-ha-giang, name: Hà Giang, kind: xã, from: 2025-07-01}
              - {key: c, name: An Lạc, kind: tỉnh, until: 2000-12-31}
              - {key: d, name: An Lạc, kind: tỉnh, from: 2001-01-01}
            """);

    assertThat(gazetteer.resolve("An Lạc", Optional.of(LocalDate.of(2000, 12, 31))))
        .isEqualTo(new Resolution.Found<>(gazetteer.byKey("c").orElseThrow()));
    assertThat(gazetteer.resolve("An Lạc", Optional.of(LocalDate.of(2001, 1, 1))))
        .isEqualTo(new Resolution.Found<>(gazetteer.byKey("d").orElseThrow()));
    assertThat(gazetteer.resolve("An Lạc", Optional.empty()))
        .isInstanceOf(Resolution.Ambiguous.class);
  }

  @Test
  void aUnitThatWasSplitIsNotFoundUnderItsParts() throws IOException {
    Gazetteer gazetteer =
        load(
            """
            units:
              - {key: a, name: A, kind: tỉnh, until: 2025-06-30, into: [b, c]}
              - {key: b, name: B, kind: tỉnh}
              - {key: c, name: C, kind: tỉnh}
              - {key: d, name: D, kind: tỉnh, until: 2025-06-30, into: [b]}
            """);

    assertThat(places(gazetteer, "a")).containsExactly("a");
    assertThat(places(gazetteer, "d")).containsExactly("d", "b");
  }

  @Test
  void successorsAreFollowed() throws IOException {
    Gazetteer gazetteer =
        load(
            """
            units:
              - {key: a, name: A, kind: tỉnh, until: 2000-12-31, into: [b]}
              - {key: b, name: B, kind: tỉnh, until: 2025-06-30, into: [c]}
              - {key: c, name: C, kind: tỉnh}
            """);

    assertThat(places(gazetteer, "a")).containsExactly("a", "b", "c");
  }

  @Test
  void decomposedNamesAreComposed() throws IOException {
    Gazetteer gazetteer =
        load("units:\n  - {key: bac-son, name: \"Ba\u0306\u0301c So\u031bn\", kind: tỉnh}\n");

    assertThat(gazetteer.all()).extracting(Locality::name).containsExactly("Bắc Sơn");
    assertThat(gazetteer.resolve("Bắc Sơn", Optional.empty())).isInstanceOf(Resolution.Found.class);
  }

  @Test
  void aFileWithByteOrderMarkAndWindowsLinesIsRead() throws IOException {
    assertThat(load("\ufeffunits:\r\n  - key: a\r\n    name: A\r\n    kind: tỉnh\r\n").all())
        .hasSize(1);
  }

  @Test
  void everyFaultIsToldWithItsPlace() {
    SiteException failure =
        catchThrowableOfType(
            SiteException.class,
            () ->
                load(
                    """
                    units:
                      - key: a
                        name: A
                      - key: x/b
                        name: B
                        kind: xã
                        from: 30/6/2025
                      - key: a
                        name: C
                        kind: tỉnh
                      - key: c
                        name: C
                        kind: tỉnh
                        until: 2025-06-30
                        into: [z]
                    """));

    assertThat(failure.problems())
        .extracting(p -> p.pos().line() + " " + p.code().code() + " " + p.args().get(0))
        .containsExactlyInAnyOrder(
            "2 du-lieu-thieu kind",
            "4 du-lieu-khong-ro x",
            "7 du-lieu-sai-gia-tri from",
            "8 du-lieu-trung a",
            "15 du-lieu-khong-ro z");
    assertThat(failure.problems()).allMatch(Problem::isError);
  }

  @Test
  void aKeyWrittenTwiceInOneUnitIsAFault() {
    SiteException failure =
        catchThrowableOfType(
            SiteException.class,
            () -> load("units:\n  - key: a\n    name: A\n    name: B\n    kind: tỉnh\n"));

    assertThat(failure).as("the second name is dropped silently").isNotNull();
  }

  private Gazetteer load(String yaml) throws IOException {
    Path file = folder.resolve("localities.yaml");
    Files.writeString(file, yaml);
    return Gazetteer.load(file);
  }

  private static List<String> places(Gazetteer gazetteer, String key) {
    return gazetteer.placesOf(gazetteer.byKey(key).orElseThrow()).stream()
        .map(Locality::key)
        .toList();
  }
}
