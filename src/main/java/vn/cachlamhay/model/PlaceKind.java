package vn.cachlamhay.model;

/**
 * A kind of place by which readers look for what is done in places like theirs: towns, the plains,
 * mountains, the coast.
 *
 * @param key its name in addresses, such as {@code mien-nui}
 * @param name as readers see it
 */
public record PlaceKind(String key, String name) {}
