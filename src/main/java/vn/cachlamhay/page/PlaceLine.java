package vn.cachlamhay.page;

/**
 * Where an article is from: "Huyện Bắc Bình, Bình Thuận (nay thuộc Lâm Đồng)".
 *
 * @param then the place as it was called when the article came out; without an address where the
 *     place has no page
 * @param became how it went on, before the name of today: "nay thuộc"; empty where nothing changed
 * @param now what it is or belongs to today, or null
 */
public record PlaceLine(Link then, String became, Link now) {}
