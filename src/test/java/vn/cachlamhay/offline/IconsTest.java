package vn.cachlamhay.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.AppIcon;
import vn.cachlamhay.page.Samples;

class IconsTest {

  static final List<AppIcon> ICONS = AppIcon.ALL;

  /** Green as far as it goes, but for the corners. */
  private static final String DISC =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'>"
          + "<circle cx='32' cy='32' r='32' fill='#00ff00'/></svg>";

  private static final int GREEN = 0xFF00FF00;
  private static final int THEME = 0xFF8C171B;

  private static final SiteConfig CONFIG = Samples.portal("", 20);

  @ParameterizedTest
  @FieldSource("ICONS")
  void drawsTheSiteIconInItsSize(AppIcon icon) throws IOException {
    BufferedImage image = draw(icon, DISC);
    assertThat(image.getWidth()).isEqualTo(icon.size());
    assertThat(image.getHeight()).isEqualTo(icon.size());
    int middle = icon.size() / 2;
    assertThat(image.getRGB(middle, middle)).isEqualTo(GREEN);
    boolean free = icon.shape() == AppIcon.Shape.FREE;
    assertThat(image.getRGB(0, 0)).isEqualTo(free ? 0 : THEME);
    // a tenth from the edge is what every screen may cut off
    boolean maskable = icon.shape() == AppIcon.Shape.MASKABLE;
    assertThat(image.getRGB(icon.size() / 12, middle)).isEqualTo(maskable ? THEME : GREEN);
    assertThat(image.getRGB(icon.size() / 8, middle)).isEqualTo(GREEN);
  }

  @ParameterizedTest
  @FieldSource("ICONS")
  void drawsTheSameBytesEachTime(AppIcon icon) {
    assertThat(icons(DISC).png(icon)).isEqualTo(icons(DISC).png(icon));
  }

  /** A drawing that is not square stays as it is, in the middle. */
  @Test
  void keepsTheProportions() throws IOException {
    BufferedImage image =
        draw(
            AppIcon.ALL.get(0),
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>"
                + "<rect width='20' height='10' fill='#00ff00'/></svg>");
    assertThat(image.getRGB(2, 96)).isEqualTo(GREEN);
    assertThat(image.getRGB(96, 20)).isZero();
    assertThat(image.getRGB(96, 172)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Chữ", "<svg", "<html></html>", "<svg><rect></svg>"})
  void saysThatADrawingIsNone(String text) {
    assertThatThrownBy(() -> icons(text).png(AppIcon.ALL.get(0)))
        .isInstanceOfSatisfying(
            SiteException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        problem -> {
                          assertThat(problem.code()).isEqualTo(ProblemCode.BIEU_TUONG_HONG);
                          assertThat(problem.pos().file()).isEqualTo("assets/favicon.svg");
                        }));
  }

  private static BufferedImage draw(AppIcon icon, String svg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(icons(svg).png(icon)));
  }

  private static Icons icons(String svg) {
    return new Icons(
        CONFIG, Path.of("/site/assets/favicon.svg"), svg.getBytes(StandardCharsets.UTF_8));
  }
}
