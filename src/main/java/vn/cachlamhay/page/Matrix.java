package vn.cachlamhay.page;

import java.util.List;

/**
 * A table of provinces and topics with numbers of articles.
 *
 * @param caption what the table itself is called
 * @param columns topics that have articles, in the order of the topic tree, with all their articles
 * @param rows provinces that have articles
 * @param count of all articles of the site; 0 where the table has no sums, which every new article
 *     would change
 * @param ways to the other table and to the page of all places
 */
public record Matrix(
    String heading,
    String lead,
    String caption,
    List<Column> columns,
    List<Row> rows,
    int count,
    List<Link> ways) {

  /**
   * A topic.
   *
   * @param depth 0 for the topics at the top of the tree
   */
  public record Column(String title, String uri, int depth, int count) {}

  /** A place with all its articles, and a cell for each column. */
  public record Row(String title, String uri, int count, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * The articles of a place on a topic.
   *
   * @param href the way from the table itself, because there are so many; empty where there are
   *     none
   */
  public record Cell(String href, int count) {

    static final Cell EMPTY = new Cell("", 0);
  }

  public Matrix {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    ways = List.copyOf(ways);
  }
}
