package vn.cachlamhay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.page.ShareCard;

/** Cards as previews show them. */
class CardPainterTest {

  private static final String TITLE = "Bắc Sơn: giao chỉ tiêu từ đầu năm, mở lớp ngay tại xã";
  private static final String KICKER = "Huyện Bắc Sơn, Lạng Sơn · Phát triển đảng viên";

  /** Rows of the title, with some room above and below. */
  private static final int TITLE_TOP = 122;

  private static final int TITLE_BOTTOM = 530;

  private final CardPainter painter = new CardPainter("Cách làm hay");

  @Test
  void isASmallPictureOfTheSizeThatPreviewsWant() throws IOException {
    byte[] png = png(TITLE, KICKER);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(630);
    assertThat(image.getColorModel().getPixelSize()).isEqualTo(4);
    assertThat(png.length).isLessThan(17_000);
  }

  /** Every letter with every mark, capitals with two marks above too. */
  @Test
  void hasEveryVietnameseLetter() {
    for (String font : List.of("Bold", "Medium")) {
      var letters =
          new Letters(
              TrueTypeFont.load("/com/formdev/flatlaf/fonts/roboto/Roboto-" + font + ".ttf"));
      String all = alphabet() + "0123456789 –—-:;,.!?…“”‘’()/%·+&";
      assertThat(letters.shown(all)).isEqualTo(all);
    }
  }

  /** Large letters with marks above in the first line and below in the last. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ẪỖỂỮ ẴỆỘ",
        "ẪỖỂỮ ẴỆỘ ẪỖỂỮ ẴỆỘ ỴỰỢ ẪỖỂỮ ẴỆỘ ẪỖỂ ỴỰỢ",
        "Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ",
        "Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ"
            + " Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ Ẫỗ ểữ ẵệộ ỴỰỢ gỵ",
      })
  void noMarkIsCut(String title) throws IOException {
    Raster pixels = pixels(png(title, ""));
    int ground = pixels.getSample(0, 0, 0);
    int[] inked = IntStream.range(0, TITLE_BOTTOM).filter(y -> hasInk(pixels, y, ground)).toArray();
    assertThat(inked).isNotEmpty();
    assertThat(inked[0]).isGreaterThan(TITLE_TOP);
    assertThat(inked[inked.length - 1]).isLessThan(TITLE_BOTTOM - 1);
    for (int y = 0; y < TITLE_BOTTOM; y++) {
      assertThat(pixels.getSample(1165, y, 0)).as("right margin").isEqualTo(ground);
    }
    // the topmost mark is there as a whole: it ends in a row without ink above
    assertThat(hasInk(pixels, inked[0] - 1, ground)).isFalse();
  }

  /** The hook and tilde above a circumflex stand apart from the line above. */
  @Test
  void linesDoNotTouch() throws IOException {
    Raster pixels = pixels(png("nam mau sao nam mau sao nam mau sao ẪỖỂ ẪỖỂ ẪỖỂ", ""));
    int ground = pixels.getSample(0, 0, 0);
    long gaps =
        IntStream.range(TITLE_TOP + 1, TITLE_BOTTOM)
            .filter(y -> hasInk(pixels, y - 1, ground) && !hasInk(pixels, y, ground))
            .count();
    assertThat(gaps).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "🎉", "中文", "Nghiêng\u00a0ngả\tẲ", "ạ̀"})
  void whatTheFontDoesNotHaveIsLeftOut(String title) throws IOException {
    assertThat(ImageIO.read(new ByteArrayInputStream(png(title, title))).getWidth())
        .isEqualTo(1200);
  }

  @Test
  void longTitlesEndWithAnEllipsisAndLongWordsToo() throws IOException {
    for (String title : List.of("Kết nạp đảng viên ".repeat(60), "x".repeat(400))) {
      Raster pixels = pixels(png(title, title));
      int ground = pixels.getSample(0, 0, 0);
      assertThat(pixels.getSample(1165, 300, 0)).isEqualTo(ground);
    }
  }

  @Test
  void theSameWordsAreTheSameBytesInAnyThread() {
    byte[] first = png(TITLE, KICKER);
    List<byte[]> others =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> new CardPainter("Cách làm hay").png(card(TITLE, KICKER)))
            .toList();
    assertThat(others).allSatisfy(other -> assertThat(Arrays.equals(other, first)).isTrue());
  }

  private static boolean hasInk(Raster pixels, int y, int ground) {
    return IntStream.range(0, 1200).anyMatch(x -> pixels.getSample(x, y, 0) != ground);
  }

  private static String alphabet() {
    var all = new StringBuilder("đĐ");
    for (char base : "aăâbcdeêfghijklmnoôơpqrstuưvwxyz".toCharArray()) {
      all.append(base).append(Character.toUpperCase(base));
      if ("aăâeêioôơuưy".indexOf(base) >= 0) {
        for (char tone : "\u0300\u0301\u0303\u0309\u0323".toCharArray()) {
          for (char letter : new char[] {base, Character.toUpperCase(base)}) {
            all.append(Normalizer.normalize("" + letter + tone, Normalizer.Form.NFC));
          }
        }
      }
    }
    return all.toString();
  }

  private byte[] png(String title, String kicker) {
    return painter.png(card(title, kicker));
  }

  private static ShareCard card(String title, String kicker) {
    return new ShareCard("the-chia-se/a.png", title, kicker, 3);
  }

  private static Raster pixels(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png)).getRaster();
  }
}
