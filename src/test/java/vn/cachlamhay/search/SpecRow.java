package vn.cachlamhay.search;

import java.util.List;

/**
 * A query and what is expected of it. Immutable.
 *
 * @param file name of the file that holds it
 * @param line in that file, from 1
 * @param block what it is asked of
 * @param query with its marks carried out
 * @param verbatim whether it is asked for as it stands
 */
record SpecRow(
    String file, int line, SpecBlock block, String query, boolean verbatim, Expected expected) {

  private static final int SHOWN = 60;

  /** Where it stands and what is asked: the name of its test. */
  @Override
  public String toString() {
    String begin = query.length() > SHOWN ? query.substring(0, SHOWN) + "…" : query;
    return file + ":" + line + ": " + (verbatim ? "{verbatim} " : "") + begin;
  }

  /**
   * The articles that a group of rows is asked of.
   *
   * @param name of the group, with file and line
   * @param articles oldest first
   */
  record SpecBlock(String name, List<SpecArticle> articles) {

    /** The keys in order. */
    List<String> keys() {
      return articles.stream().map(SpecArticle::key).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
