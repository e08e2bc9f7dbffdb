package vn.cachlamhay.page;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What a planned page shows.
 *
 * @param inputs everything that the variables are made from, the configuration aside: as long as
 *     these are the same, so are they. Comparing inputs spares most pages of a second bake the
 *     making of their variables.
 * @param variables the portal's variables, by the names that templates know, made when the page is
 *     rendered
 */
public record PageModel(Object inputs, Supplier<Map<String, Object>> variables) {

  /** A page that shows nothing beside JBake's variables. */
  public static final PageModel EMPTY = new PageModel("", Map::of);
}
