package vn.cachlamhay.edit;

import java.util.List;
import java.util.stream.Collectors;
import vn.cachlamhay.model.PartKind;

/** The parts of a best practice, with a word of guidance for who writes them. Stateless. */
public final class PracticeSections {

  /**
   * A part.
   *
   * @param heading as it begins; writers go on: "Kết quả: 32 chi bộ đã có đảng viên mới"
   * @param guide what belongs there
   */
  public record Section(String heading, String guide) {}

  private static final List<Section> ALL =
      List.of(
          new Section(
              PartKind.CONTEXT.heading(),
              "Nơi này trước đó ra sao? Khó ở chỗ nào? Kể bằng vài con số và sự việc cụ thể."),
          new Section(
              PartKind.STEPS.heading(),
              "Đã làm những việc gì, ai làm, theo thứ tự nào? Viết đủ rõ để nơi khác làm theo được."),
          new Section(
              PartKind.RESULTS.heading(),
              "Đạt được gì, so với trước và so với chỉ tiêu? Bảng có các cột Chỉ tiêu, Đơn vị, Giao, Đạt, Tỷ lệ,"
                  + " Năm thì thành biểu đồ và vào trang Số liệu."),
          new Section(
              PartKind.LESSONS.heading(),
              "Điều gì nơi khác có thể mang về? Điều gì còn vướng? Mỗi ý một gạch đầu dòng."),
          new Section(
              PartKind.CONDITIONS.heading(),
              "Nơi khác cần có gì thì mới làm theo được: con người, tổ chức, kinh phí, điều kiện địa bàn?"));

  private PracticeSections() {}

  /** The parts in their order. */
  public static List<Section> all() {
    return ALL;
  }

  /**
   * The text of a new best practice: headings, and the guides as comments, which nobody is shown.
   */
  static String body() {
    return ALL.stream()
        .map(part -> "\n## " + part.heading() + "\n\n<!-- " + part.guide() + " -->\n")
        .collect(Collectors.joining());
  }
}
