package vn.cachlamhay.page;

import java.util.List;
import vn.cachlamhay.model.Locality;

/**
 * A province of today with all that is and was on its territory. Immutable.
 *
 * @param former provinces that went into it, or parts of which did, in the order of the list
 * @param units districts and communes of all times, in the order of the list
 */
public record DataProvince(Locality province, List<Locality> former, List<Locality> units) {}
