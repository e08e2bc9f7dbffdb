package vn.cachlamhay.page;

import java.util.List;

/**
 * What the page of a best practice has beyond that of any article, ready to print.
 *
 * @param topics all of them
 * @param period of its results: {@code năm 2018}
 * @param figures the first few results, places only where a row names one
 * @param similar from elsewhere
 * @param sheet address of its summary on one sheet of paper; empty where there is nothing to sum up
 */
public record PracticeView(
    List<Link> topics,
    String period,
    List<KeyFigure> figures,
    List<Similar> similar,
    String sheet) {

  /**
   * Another practice.
   *
   * @param reason why it stands here: {@code cùng chủ đề tạo nguồn kết nạp, cũng là huyện}
   */
  public record Similar(Card card, String reason) {}
}
