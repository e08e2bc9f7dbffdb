package vn.cachlamhay.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cachlamhay.picture.PictureLimits;

/** Kinds of files that may lie beside articles. */
public enum UploadsKind {
  /** Shown in the text or at its head. */
  PICTURE(
      "picture",
      "anh",
      PictureLimits.MOST_BYTES,
      List.of("jpg", "jpeg", "png", "gif", "webp", "svg")),

  /** Handed out. */
  DOCUMENT(
      "document",
      "tep",
      50L * 1024 * 1024,
      List.of(
          "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "csv", "txt")),

  /** Read aloud: for the field {@code audio}. */
  SOUND("sound", "am-thanh", 50L * 1024 * 1024, List.of("mp3", "m4a", "ogg", "opus", "wav"));

  private final String code;
  private final String word;
  private final long mostBytes;
  private final List<String> extensions;

  UploadsKind(String code, String word, long mostBytes, List<String> extensions) {
    this.code = code;
    this.word = word;
    this.mostBytes = mostBytes;
    this.extensions = extensions;
  }

  /** The kind as scripts know it. */
  public String code() {
    return code;
  }

  /** How many bytes a file may have. */
  public long mostBytes() {
    return mostBytes;
  }

  /** How the names of such files end. */
  public List<String> extensions() {
    return extensions;
  }

  /** What a file is called of whose name nothing is left. */
  String word() {
    return word;
  }

  static Optional<UploadsKind> of(String extension) {
    return Stream.of(values()).filter(kind -> kind.extensions.contains(extension)).findFirst();
  }

  /** All endings, for messages. */
  static String allowed() {
    return Stream.of(values())
        .flatMap(kind -> kind.extensions.stream())
        .collect(Collectors.joining(", "));
  }
}
