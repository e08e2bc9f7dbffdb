package vn.cachlamhay.build;

import java.util.Optional;

/**
 * How the site in the output folder stands to what it is made from. Immutable.
 *
 * @param known whether the last bake there can be told anything of: it cannot once configuration,
 *     data, templates or program have changed, or somebody else wrote there
 * @param newer a file that was changed, added or removed since, if there is one
 * @param errors that the bake told
 * @param drafts whether drafts became pages
 */
public record OutputState(boolean known, Optional<String> newer, int errors, boolean drafts) {}
