package vn.cachlamhay.edit;

import java.util.Locale;
import java.util.Optional;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.picture.PictureHeader;
import vn.cachlamhay.picture.PictureLimits;

/** Refuses files that are too large, broken, not what they are called, or two things at once. */
final class UploadsCheck {

  private static final long MEGABYTE = 1024L * 1024;

  private UploadsCheck() {}

  static void check(String fileName, String extension, UploadsKind kind, byte[] bytes) {
    if (bytes.length == 0) {
      throw Uploads.refused(ProblemCode.TEP_TAI_LEN_HONG, fileName);
    }
    if (bytes.length > kind.mostBytes()) {
      throw Uploads.refused(
          ProblemCode.TEP_TAI_LEN_QUA_LON,
          fileName,
          megabytes(bytes.length),
          megabytes(kind.mostBytes()));
    }
    if (!UploadsContent.endings(bytes).contains(extension)) {
      throw Uploads.refused(ProblemCode.TEP_TAI_LEN_KHAC_DUOI, fileName, extension);
    }
    Optional<String> danger = UploadsDangers.in(bytes, extension, kind);
    if (danger.isPresent()) {
      throw Uploads.refused(ProblemCode.TEP_TAI_LEN_NGUY_HIEM, fileName, danger.get());
    }
    if (kind == UploadsKind.PICTURE && !extension.equals("svg")) {
      checkPicture(fileName, bytes);
    }
  }

  private static void checkPicture(String fileName, byte[] bytes) {
    PictureHeader header =
        PictureHeader.read(bytes)
            .orElseThrow(() -> Uploads.refused(ProblemCode.TEP_TAI_LEN_HONG, fileName));
    long pixels = (long) header.width() * header.height();
    if (pixels > PictureLimits.MOST_PIXELS) {
      throw Uploads.refused(
          ProblemCode.ANH_QUA_LON,
          fileName,
          header.width() + " × " + header.height(),
          megabytes(bytes.length));
    }
    if (!UploadsContent.isWhole(header.format(), bytes)) {
      throw Uploads.refused(ProblemCode.TEP_TAI_LEN_HONG, fileName);
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.forLanguageTag("vi"), "%.1f", (double) bytes / MEGABYTE)
        .replaceFirst(",0$", "");
  }
}
