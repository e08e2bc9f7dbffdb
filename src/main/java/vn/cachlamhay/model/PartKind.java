package vn.cachlamhay.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a part of a best practice is about; its heading tells. In the order in which practices are
 * told.
 */
public enum PartKind {
  CONTEXT("boi-canh", "Bối cảnh"),
  GOAL("muc-tieu", "Mục tiêu"),
  STEPS("cach-lam", "Cách làm"),
  RESULTS("ket-qua", "Kết quả"),
  LESSONS("bai-hoc", "Bài học"),
  CONDITIONS("dieu-kien", "Điều kiện áp dụng"),
  CONTACT("lien-he", "Liên hệ"),
  /** A part with a heading of its own. */
  OTHER("khac", "");

  private final String key;
  private final String heading;

  PartKind(String key, String heading) {
    this.key = key;
    this.heading = heading;
  }

  /** Those that have a standard heading, in the order in which practices are told. */
  public static List<PartKind> standard() {
    return Arrays.stream(values()).filter(kind -> kind != OTHER).toList();
  }

  /** Its name in files, addresses and style sheets. */
  public String key() {
    return key;
  }

  /** Its standard heading; empty for {@link #OTHER}. */
  public String heading() {
    return heading;
  }
}
