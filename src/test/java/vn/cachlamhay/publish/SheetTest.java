package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SheetTest {

  private static final Instant TIME = Instant.parse("2026-11-22T10:15:30Z");

  @Property
  void whatIsWrittenIsRead(@ForAll("files") Map<String, String> files) {
    var state = new Sheet("1a2b3c4d", "00ff00ff", TIME, "hoa@may-1", files);

    assertThat(Sheet.of(state.bytes())).contains(state);
  }

  @Property
  void whatIsCutOffIsDoubtful(@ForAll("files") Map<String, String> files, @ForAll int where) {
    byte[] bytes = new Sheet("1a2b3c4d", "00ff00ff", TIME, "hoa@may-1", files).bytes();
    int length = Math.floorMod(where, bytes.length - 1);

    assertThat(Sheet.of(Arrays.copyOf(bytes, length))).isEmpty();
  }

  @Property
  void aDifferenceMakesOneOfTheOther(
      @ForAll("files") Map<String, String> from, @ForAll("files") Map<String, String> to) {
    var some = new java.util.HashMap<>(from);
    some.values().removeIf(Sheet.GONE::equals);
    var others = new java.util.HashMap<>(to);
    others.values().removeIf(Sheet.GONE::equals);
    new Sheet("b", "a", TIME, "hoa@may-1", Sheet.difference(some, others)).applyTo(some);

    assertThat(some).isEqualTo(others);
  }

  @Property
  void anythingElseIsDoubtfulToo(@ForAll byte[] bytes) {
    assertThat(Sheet.of(bytes)).isEmpty();
  }

  @Provide
  Arbitrary<Map<String, String>> files() {
    Arbitrary<String> names =
        Arbitraries.strings().withChars("abđ ắ#-_.%").ofMinLength(1).ofMaxLength(12);
    Arbitrary<String> hashes =
        Arbitraries.strings().withChars("0123456789abcdef").ofLength(32).edgeCases(e -> e.none());
    return Arbitraries.maps(
            names, Arbitraries.oneOf(hashes, Arbitraries.of(Sheet.UNSURE, Sheet.GONE)))
        .ofMaxSize(20);
  }

  @Test
  void aChangedLineIsNoticed() {
    var state =
        new Sheet(
            "1a2b3c4d",
            "00ff00ff",
            TIME,
            "hoa@may-1",
            Map.of("index.html", Md5.of(new byte[] {1})));
    String text = new String(state.bytes(), StandardCharsets.UTF_8);

    assertThat(Sheet.of(text.replace("index", "indes").getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
