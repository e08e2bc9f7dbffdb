package vn.cachlamhay.page;

import java.util.List;

/**
 * The table of provinces and topics with numbers of articles.
 *
 * @param columns topics that have articles, in the order of the topic tree, with all their articles
 * @param groups rows that belong together, none empty
 * @param count of all articles of the site
 * @param places the way back to the page of all places
 */
public record Matrix(
    String heading, String lead, List<Column> columns, List<Group> groups, int count, Link places) {

  /**
   * A topic.
   *
   * @param depth 0 for the topics at the top of the tree
   */
  public record Column(String title, String uri, int depth, int count) {}

  /** Rows under one heading. */
  public record Group(String title, List<Row> rows) {

    public Group {
      rows = List.copyOf(rows);
    }
  }

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
    groups = List.copyOf(groups);
  }
}
