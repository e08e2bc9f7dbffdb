package vn.cachlamhay.recognition;

/**
 * A figure that a text gives for a result, as its words have it. Immutable.
 *
 * @param indicator what was counted: {@code đảng viên mới kết nạp}
 * @param value with its qualifier as written: {@code 182}, {@code gần 11.000}
 * @param unit {@code đảng viên}; may be empty
 * @param share of the target or the whole: {@code 88,78%}; may be empty
 * @param sentence in which it stands
 */
public record Figure(String indicator, String value, String unit, String share, String sentence) {}
