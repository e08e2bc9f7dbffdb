package vn.cachlamhay.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words in fonts from before Unicode. */
class FontTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".VnTime|TCVN3",
        ".VnArialH|TCVN3",
        "'.vntimeh, serif'|TCVN3",
        "\".VnCentury Schoolbook\"|TCVN3",
        "VnTime|TCVN3",
        "VNI-Times|VNI",
        "VNI-Helve-Condense|VNI",
        "vni times|VNI",
        "VPS Times|VPS",
        "Times New Roman|",
        "Arial|",
        "Vnesh|",
        "VNI|",
        "''|",
        "Arial, .VnTime|",
      })
  void aFontTellsItsEncoding(String font, String encoding) {
    assertThat(FontEncodings.ofFont(font))
        .isEqualTo(Optional.ofNullable(encoding).map(LegacyEncoding::valueOf));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".VnTime|Céng hoµ x· héi chñ nghÜa ViÖt Nam|Cộng hoà xã hội chủ nghĩa Việt Nam",
        ".VnTimeH|Céng hoµ x· héi chñ nghÜa|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA",
        ".VnTimeH|ViÖt nam|VIỆT NAM",
        ".VnArial|® lµ m\u00adêi|đ là mười",
        "VNI-Times|Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam|Cộng hòa xã hội chủ nghĩa Việt Nam",
        "VNI-Times|ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC|ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
        "VNI-Times|Ñoâng Hôùi, thöù kyû, kyõ, kî|Đông Hới, thứ kỷ, kỹ, kỵ",
        ".VnTime|Chữ Unicode trong font cũ|Chữ Unicode trong font cũ",
        ".VnTimeH|Chữ Unicode trong font cũ|Chữ Unicode trong font cũ",
        "VNI-Times|là đồng bào|là đồng bào",
        ".VnTime|là|là",
        ".VnTime|1.000 ha (2018)|1.000 ha (2018)",
        ".VnTime|\uf0ae\uf061\uf0a1|đaĂ",
        // the bytes taken for windows-1258 by a Vietnamese Windows
        ".VnTime|quư ®\u0303nh cña t\u00d8nh|quý định của tỉnh",
        ".VnTime|chñ nghÜa x· hội|chñ nghÜa x· hội",
        ".VnTime|Ðảng|Ðảng",
        "Times New Roman|Céng hoµ|Céng hoµ",
      })
  void wordsBecomeWhatTheyShow(String font, String text, String expected) {
    assertThat(FontText.toUnicode(font, text)).isEqualTo(expected);
  }

  @Test
  void whatStandsAroundDecidesForAShortPiece() {
    assertThat(FontText.toUnicode(".VnTime", "có")).isEqualTo("cú");
    assertThat(FontText.toUnicode(".VnTime", "có", "Ai cũng có việc")).isEqualTo("có");
  }

  @Property(seed = "20180912", tries = 300)
  void noTextMakesItFail(@ForAll String text) {
    for (String font : new String[] {".VnTimeH", "VNI-Times", "VPS Times", "Arial"}) {
      FontText.toUnicode(font, text);
    }
    assertThat(FontText.toUnicode("Arial", text)).isEqualTo(text);
  }
}
