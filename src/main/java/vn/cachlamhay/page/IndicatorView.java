package vn.cachlamhay.page;

import java.util.List;

/**
 * A page of an indicator, ready to print.
 *
 * @param unit may be empty
 * @param count of figures in all; 0 on older pages
 * @param bars chart of the newest year as SVG; may be empty
 * @param barsYear the year of that chart
 * @param lines chart of the years as SVG; may be empty
 * @param file the rows of the page as files, without the extension
 * @param newer the page of newer rows, or null
 * @param older the page of older rows, or null
 */
public record IndicatorView(
    String name,
    String unit,
    int count,
    List<Row> rows,
    String bars,
    int barsYear,
    String lines,
    String file,
    Link newer,
    Link older) {

  /**
   * A figure.
   *
   * @param when {@code năm 2018}, {@code đến 4/9/2018}
   * @param year to sort by
   * @param ofArticle whether the year is only that of the article
   * @param value as written; may be empty
   * @param number to sort by; empty where there is none
   * @param uri of the article
   * @param anchor of the row there
   */
  public record Row(
      String place,
      String today,
      String when,
      int year,
      boolean ofArticle,
      String target,
      String value,
      String number,
      String share,
      String note,
      String title,
      String uri,
      String anchor) {}
}
