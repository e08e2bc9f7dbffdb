package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.picture.SamplePictures;

/** Photographs on their way from an editor's folder to readers. */
class PhotosTest {

  private static final String PHOTO = "bai-viet/2020/anh/họp chi bộ.jpg";
  private static final String PAGE = "bai-viet/2020/dang.html";

  @TempDir Path folder;
  private TestSite site;
  private Path output;

  @BeforeEach
  void write() throws IOException {
    Path root = folder.resolve("site");
    site = TestSite.copyOf("portal-small", root);
    output = root.resolve("output");
    photo(PHOTO, SamplePictures.jpeg(2400, 1200));
  }

  @Test
  void aPictureInTheTextHasItsSizes() throws IOException {
    article("", "![Họp](anh/họp%20chi%20bộ.jpg \"Một buổi họp\")");
    assertSound();
    assertThat(Files.readString(output.resolve(PAGE)))
        .contains(
            "width=\"1600\" height=\"800\" srcset=\""
                + "../../anh-nho/360/bai-viet/2020/anh/họp%20chi%20bộ.jpg 360w, "
                + "../../anh-nho/720/bai-viet/2020/anh/họp%20chi%20bộ.jpg 720w, "
                + "../../anh-nho/1080/bai-viet/2020/anh/họp%20chi%20bộ.jpg 1080w, "
                + "anh/họp%20chi%20bộ.jpg 1600w\"");
    assertSize("anh-nho/360/" + PHOTO, 360, 180);
    assertSize("anh-nho/720/" + PHOTO, 720, 360);
    assertSize("anh-nho/1080/" + PHOTO, 1080, 540);
    assertSize(PHOTO, 1600, 800);
    assertNothingPersonal();
    assertThat(site.check().problems()).noneMatch(Problem::isError);
  }

  @Test
  void aPictureOfTheFrontMatterHasItsSizes() throws IOException {
    article("image: anh/họp chi bộ.jpg", "Chữ.");
    assertSound();
    assertSize("anh-nho/720/" + PHOTO, 720, 360);
    assertSize(PHOTO, 1600, 800);
    assertNothingPersonal();
  }

  /** Nobody needs it in other sizes; whoever takes it away gets it as large as it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attachments: anh/họp chi bộ.jpg | Chữ.",
        " | [Tải về](anh/họp%20chi%20bộ.jpg)",
        " | Nobody names it."
      })
  void whatIsHandedOutStaysLarge(String lines, String text) throws IOException {
    article(lines == null ? "" : lines, text);
    assertSound();
    assertSize(PHOTO, 2400, 1200);
    assertThat(output.resolve("anh-nho")).doesNotExist();
    assertNothingPersonal();
  }

  @Test
  void whatIsShownAndHandedOutIsBoth() throws IOException {
    article("attachments: anh/họp chi bộ.jpg", "![Họp](anh/họp%20chi%20bộ.jpg)");
    assertSound();
    assertSize(PHOTO, 2400, 1200);
    assertSize("anh-nho/360/" + PHOTO, 360, 180);
    assertNothingPersonal();
  }

  @Test
  void aSecondBakeMakesNothingAndAnotherPhotoIsMadeAnew() throws IOException {
    article("image: anh/họp chi bộ.jpg", "Chữ.");
    assertSound();
    Map<String, String> before = site.output();
    assertThat(site.bake().written().orElseThrow().written()).isZero();
    // an edit of the text leaves the pictures alone
    article("image: anh/họp chi bộ.jpg", "Chữ khác.");
    assertSound();
    assertThat(site.output())
        .containsEntry("anh-nho/720/" + PHOTO, before.get("anh-nho/720/" + PHOTO));
    photo(PHOTO, SamplePictures.jpeg(1300, 1300));
    assertSound();
    assertSize("anh-nho/720/" + PHOTO, 720, 720);
    assertSize(PHOTO, 1300, 1300);
    assertThat(Files.readString(output.resolve(PAGE))).contains("width=\"1300\" height=\"1300\"");
    Map<String, String> warm = site.output();
    site.deleteCache().delete("output");
    assertSound();
    assertThat(site.output()).isEqualTo(warm);
    article("", "Chữ.");
    assertSound();
    assertThat(output.resolve("anh-nho")).doesNotExist();
  }

  @Test
  void whatIsDeletedFromTheSiteIsMadeAgain() throws IOException {
    article("image: anh/họp chi bộ.jpg", "Chữ.");
    assertSound();
    Map<String, String> before = site.output();
    Files.delete(output.resolve("anh-nho/720/" + PHOTO));
    assertSound();
    assertThat(site.output()).isEqualTo(before);
  }

  @Test
  void aPictureThatIsTooLargeIsToldWhereItIsShown() throws IOException {
    Files.write(
        folder.resolve("site/content/bai-viet/2020/anh/to.png"),
        SamplePictures.hugePng(8000, 6000));
    article("", "Chữ.\n\n![To](anh/to.png)");
    Problem problem = error();
    assertThat(problem.code()).isEqualTo(ProblemCode.ANH_QUA_LON);
    assertThat(problem.pos().line()).isEqualTo(11);
    assertThat(output.resolve(PAGE)).doesNotExist();
  }

  @Test
  void aPictureThatIsCutOffIsToldAndTheOldOneIsGone() throws IOException {
    byte[] whole = SamplePictures.jpeg(2400, 1200);
    Path file = folder.resolve("site/content").resolve(PHOTO);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 900));
    article("image: anh/họp chi bộ.jpg", "Chữ.");
    for (int bake = 0; bake < 2; bake++) {
      Problem problem = error();
      assertThat(problem.code()).isEqualTo(ProblemCode.ANH_HONG);
      assertThat(problem.pos().file()).isEqualTo("content/" + PHOTO);
    }
    photo(PHOTO, whole);
    assertSound();
    assertSize(PHOTO, 1600, 800);
  }

  /** What moves, and what is drawn, is shown as it is. */
  @ParameterizedTest
  @CsvSource({"a.gif", "a.svg", "a.webp"})
  void otherKindsOfPicturesStayAsTheyAre(String name) throws IOException {
    byte[] bytes =
        name.endsWith("svg")
            ? "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"300\"/>".getBytes()
            : name.endsWith("gif")
                ? java.util.HexFormat.of().parseHex("47494638396184032C01800000")
                : java.util.HexFormat.of()
                    .parseHex("5249464600000000574542505650385" + "80A000000000000008303002B0100");
    Files.write(folder.resolve("site/content/bai-viet/2020/anh/" + name), bytes);
    article("", "![A](anh/" + name + ")");
    assertSound();
    assertThat(Files.readAllBytes(output.resolve("bai-viet/2020/anh/" + name))).isEqualTo(bytes);
    assertThat(Files.readString(output.resolve(PAGE)))
        .contains("width=\"900\" height=\"300\"")
        .doesNotContain("srcset");
  }

  private void photo(String uri, byte[] jpeg) throws IOException {
    Path file = folder.resolve("site/content").resolve(uri);
    Files.createDirectories(file.getParent());
    Files.write(file, SamplePictures.fromCamera(jpeg, 1, ByteOrder.BIG_ENDIAN));
  }

  private void article(String lines, String text) throws IOException {
    site.write(
        "content/bai-viet/2020/dang.md",
        "---\ntitle: Bài\ndate: 2020-01-02\ntype: post\nstatus: published\n%s\n---\n\n%s\n"
            .formatted(lines, text));
  }

  private void assertSound() {
    assertThat(site.bake().problems()).noneMatch(Problem::isError);
  }

  private Problem error() {
    return site.bake().problems().stream().filter(Problem::isError).findFirst().orElseThrow();
  }

  private void assertSize(String uri, int width, int height) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(output.resolve(uri))));
    assertThat(image.getWidth()).as(uri).isEqualTo(width);
    assertThat(image.getHeight()).as(uri).isEqualTo(height);
  }

  /** Not a byte of what the camera wrote is on the site. */
  private void assertNothingPersonal() throws IOException {
    byte[] original = Files.readAllBytes(folder.resolve("site/content").resolve(PHOTO));
    assertThat(latin(original)).contains(SamplePictures.SECRET);
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(latin(Files.readAllBytes(file)).contains(SamplePictures.SECRET))
            .as(file.toString())
            .isFalse();
      }
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
