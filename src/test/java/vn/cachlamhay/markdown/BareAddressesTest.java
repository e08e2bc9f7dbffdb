package vn.cachlamhay.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Where no bare address can be, looking for some makes no difference. */
class BareAddressesTest {

  private final Parser plain = Parser.builder().build();
  private final Parser linking =
      Parser.builder(
              new MutableDataSet().set(Parser.EXTENSIONS, List.of(AutolinkExtension.create())))
          .build();
  private final HtmlRenderer renderer = HtmlRenderer.builder().build();

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "bài ",
            "http",
            "https",
            ":",
            "/",
            "//",
            "www",
            "WWW",
            ".",
            "vn",
            "@",
            "ftp",
            "mailto:",
            "a.vn",
            " ",
            "\n",
            "\n\n",
            "**",
            "_",
            "`",
            "<",
            ">",
            "(",
            ")",
            "[",
            "]",
            "&amp;",
            "# ",
            "&#64;",
            "&colon;",
            "&period;",
            "Bắc Sơn",
            "wwW.",
            "file:",
            "- ",
            "\\")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Property(seed = "20261122", tries = 20000)
  void textsWithoutAddressesNeedNoSearch(@ForAll("texts") String text) {
    if (!BareAddresses.mayBeIn(text)) {
      assertThat(renderer.render(linking.parse(text)))
          .isEqualTo(renderer.render(plain.parse(text)));
    }
  }

  @Property(seed = "20261122", tries = 200)
  void addressesAreFound(@ForAll("texts") String text) {
    for (String address : List.of("http://a.vn", "WWW.a.vn", "www.a.vn", "an@a.vn")) {
      assertThat(BareAddresses.mayBeIn(text + address)).isTrue();
    }
  }
}
