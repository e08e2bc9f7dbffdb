package vn.cachlamhay.importer;

import java.util.Optional;

/**
 * How texts are brought in. Immutable.
 *
 * @param type of the drafts; the site's usual one where it is missing
 * @param again whether what is there already is brought in once more
 * @param privateAddresses whether pages of this machine and its network may be fetched
 */
public record ImportOptions(Optional<String> type, boolean again, boolean privateAddresses) {}
