package vn.cachlamhay.page;

import java.util.function.Supplier;

/**
 * A file beside the pages: a feed, a part of the site map or of the search list.
 *
 * @param uri below the site root
 * @param inputs everything that the text is made from, the configuration aside: as long as these
 *     are the same, so is the text; put together when they are asked for
 * @param text made when it is asked for
 */
public record OtherFile(String uri, Supplier<?> inputs, Supplier<String> text) {

  /** A file whose inputs are at hand. */
  public OtherFile(String uri, Object inputs, Supplier<String> text) {
    this(uri, () -> inputs, text);
  }
}
