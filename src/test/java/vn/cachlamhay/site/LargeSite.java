package vn.cachlamhay.site;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Made-up articles, the same in every run: enough for lists of several pages, and one with words
 * that are longer than a narrow screen.
 */
final class LargeSite {

  static final int ARTICLES = 300;

  /** No place to break in it. */
  static final String LONG_WORD = "Nghiêngnghiêngnghiễngnghiểng".repeat(6);

  static final String LONG_ARTICLE = "bai-viet/2020/tu-dai.html";

  /** The most read articles, beginning with the one that is read most. */
  static final List<String> READ =
      List.of(
          "bai-viet/2018/bac-binh-thuc-hien-chi-thi-60.html",
          "bai-viet/2018/phat-trien-dang-vien-o-bac-son.html",
          LONG_ARTICLE,
          "bai-viet/2024/thanh-pho-bac-ninh-ra-soat-nguon.html",
          "bai-viet/2011/lang-cheu-14-chi-bo-92-dang-vien.html",
          "bai-viet/2019/dinh-lap-chon-diem-de-cung-co.html",
          "bai-viet/2018/long-dong-15-dang-vien-chi-tieu-12.html");

  /** The former address of the first article. */
  static final String FORMER = "tin/100.html";

  /** An article with a photograph; the repository's own have drawings. */
  static final String PICTURED = "bai-viet/2020/co-anh.html";

  private static final List<String> WORDS =
      List.of(
          "chi bộ",
          "đảng viên",
          "nông thôn",
          "xã",
          "huyện",
          "bản",
          "tổ dân phố",
          "đoàn thể",
          "phong trào",
          "kế hoạch",
          "chỉ tiêu",
          "nguồn",
          "bồi dưỡng",
          "kết nạp",
          "thường xuyên",
          "rà soát",
          "ưu tú",
          "quần chúng",
          "sinh hoạt",
          "nghị quyết",
          "đường liên thôn",
          "lúa",
          "rẫy",
          "hợp tác xã",
          "phụ nữ",
          "thanh niên",
          "cựu chiến binh",
          "già làng",
          "trưởng bản",
          "nhà văn hóa",
          "vận động",
          "đóng góp",
          "ngày công",
          "tiết kiệm",
          "gương mẫu",
          "kiểm tra",
          "giám sát",
          "đối thoại",
          "lắng nghe",
          "chuyển đổi số",
          "dịch vụ công",
          "mở rộng",
          "ổn định",
          "vững",
          "khẳng định",
          "hiệu quả",
          "ằ ẵ ẫ ể ễ ỗ ộ ờ ữ ự");
  private static final List<String> PLACES =
      List.of("Lạng Sơn/huyện Bắc Sơn", "Lạng Sơn", "Sơn La", "Hà Nội", "Bắc Ninh", "Cao Bằng");
  private static final List<String> TOPICS =
      List.of(
          "Phát triển đảng viên",
          "Tạo nguồn kết nạp",
          "Sinh hoạt chi bộ",
          "Dân vận",
          "Nông thôn mới");
  private static final List<String> TAGS =
      List.of("tổ tự quản", "vùng cao", "chỉ tiêu", "ánh sáng đường quê", "giữ rừng", "dân bàn");
  private static final List<String> AUTHORS = List.of("Ban biên tập", "Đỗ Thị Ước", "Lò Văn Ổn");

  private final Path folder;
  private final Random random = new Random(20180912);

  private LargeSite(Path folder) {
    this.folder = folder;
  }

  /** Writes the articles into a folder of a site's content. */
  static void write(Path folder) {
    var site = new LargeSite(folder);
    for (int i = 0; i < ARTICLES - 1; i++) {
      site.article(i);
    }
    site.longWords();
  }

  /** Writes the numbers of readers of {@link #READ}. */
  static void writeViews(Path data) {
    var lines = new StringBuilder("path,views_30_days,views\n");
    for (int i = 0; i < READ.size(); i++) {
      lines.append("/" + READ.get(i) + "," + (100 - i) + ",1000\n");
    }
    new LargeSite(data).put("views.csv", lines.toString());
  }

  /** An article with a recording and a correction, beside the one with a photograph. */
  static final String RECORDED = "bai-viet/2020/co-am-thanh.html";

  /** Writes one article with a photograph, and one with a recording and a correction. */
  static void writePictured(Path folder) {
    var site = new LargeSite(folder);
    site.put(
        "2020/co-anh.md",
        """
        ---
        title: "Bài có ảnh chụp"
        date: 2020-03-01 07:00
        type: post
        status: published
        author: Ban biên tập
        summary: "Một bài có ảnh chụp."
        locality: Hà Nội
        topic: Dân vận
        image: anh/chup.png
        caption: "Ảnh chụp."
        ---

        Ảnh ở trên.
        """);
    site.put(
        "2020/co-am-thanh.md",
        """
        ---
        title: 'Bài có & không "ghi âm"? 100%'
        date: 2020-03-02 07:00
        type: post
        status: published
        updated: 2020-03-05
        correction: "Bản đăng lần đầu ghi 30 chi bộ; số đúng là 32."
        audio: anh/nghe.mp3
        ---

        Nghe ở trên, và xem [cổng thông tin](https://www.chinhphu.vn/).
        """);
    site.put("2020/anh/nghe.mp3", "ID3");
    try {
      Path image = Files.createDirectories(folder.resolve("2020/anh")).resolve("chup.png");
      var pixels = new BufferedImage(1200, 675, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(pixels, "png", image.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void article(int number) {
    LocalDate date = LocalDate.of(2015, 1, 3).plusDays(number * 9L);
    String aliases = number == 0 ? "aliases: [/" + FORMER + "]\n" : "";
    String body =
        """
        ## %s

        %s [Bài gốc](../%s), **%s**, *%s*.[^1]

        ### %s

        1. %s
        2. %s

        | Đơn vị | Số |
        |---|---:|
        | %s | %d |

        > %s

        ## %s

        %s

        [^1]: %s
        """
            .formatted(
                words(4),
                sentence(),
                file(LocalDate.of(2015, 1, 3), 0),
                words(2),
                words(2),
                words(3),
                sentence(),
                sentence(),
                words(1),
                random.nextInt(5000),
                sentence(),
                words(5),
                sentence(),
                sentence());
    put(
        file(date, number),
        """
        ---
        title: "%s %d"
        date: %s %02d:30
        type: %s
        status: published
        author: %s
        summary: "%s"
        locality: %s
        topic: %s
        tags: [%s]
        %s---

        %s"""
            .formatted(
                capital(words(6)),
                number,
                date,
                random.nextInt(24),
                random.nextInt(3) == 0 ? "practice" : "post",
                pick(AUTHORS),
                sentence(),
                pick(PLACES),
                pick(TOPICS),
                pick(TAGS),
                aliases,
                body));
  }

  private void longWords() {
    put(
        "2020/tu-dai.md",
        """
        ---
        title: "%1$s và một đầu đề rất dài %2$s"
        date: 2020-02-29 23:59
        type: practice
        status: published
        author: "%1$s"
        agency: CLH
        source: "%1$s"
        summary: "%1$s %2$s"
        locality: Hà Nội
        topic: Dân vận
        tags: ["%3$s"]
        featured: true
        ---

        ## %1$s

        %1$s `%1$s` <https://example.vn/%3$s>

        ```
        %1$s %1$s
        ```

        ### Bảng rộng

        | %3$s | Một cột | Hai cột | Ba cột | Bốn cột | Năm cột | Sáu cột | Bảy cột | Tám cột |
        |---|---|---|---|---|---|---|---|---|
        | 1 | 1.234.567 | 1.234.567 | 1.234.567 | 1.234.567 | 1.234.567 | 1.234.567 | 1.234.567 | 1.234.567 |

        > %1$s

        ## Hết

        * %1$s
        """
            .formatted(LONG_WORD, sentence(), "dai".repeat(40)));
  }

  private static String file(LocalDate date, int number) {
    return "%d/bai-so-%d.md".formatted(date.getYear(), number);
  }

  private void put(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String sentence() {
    return capital(words(8 + random.nextInt(20))) + ".";
  }

  private String words(int count) {
    return Stream.generate(() -> pick(WORDS)).limit(count).collect(Collectors.joining(" "));
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
