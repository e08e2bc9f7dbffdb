package vn.cachlamhay.word;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.richtext.FileSource;

/** The pictures of a document under addresses of their own. For one document and one thread. */
final class PictureStore {

  private static final int MOST = 500;

  private final DocxFile docx;
  private final Map<String, Optional<String>> addresses = new HashMap<>();
  private final Map<String, byte[]> bytes = new LinkedHashMap<>();
  private int unshown;

  PictureStore(DocxFile docx) {
    this.docx = docx;
  }

  /** The address of a picture in a part; empty where no browser shows it. */
  Optional<String> address(String part) throws IOException {
    Optional<String> known = addresses.get(part);
    if (known != null) {
      return known;
    }
    Optional<byte[]> content = docx.bytes(part);
    String type = content.map(PictureStore::type).orElse("");
    Optional<String> address =
        type.isEmpty() || bytes.size() >= MOST
            ? Optional.empty()
            : Optional.of("x-anh:" + (bytes.size() + 1) + "." + type);
    if (address.isPresent()) {
      bytes.put(address.get(), content.get());
    } else {
      unshown++;
    }
    addresses.put(part, address);
    return address;
  }

  /** How many could not be taken: drawings of Windows (EMF, WMF), scans (TIFF), missing parts. */
  int unshown() {
    return unshown;
  }

  FileSource files() {
    Map<String, byte[]> all = Map.copyOf(bytes);
    return address -> Optional.ofNullable(all.get(address));
  }

  private static String type(byte[] bytes) {
    String begin = new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
    if (begin.startsWith("\u0089PNG")) {
      return "png";
    }
    if (begin.startsWith("\u00ff\u00d8\u00ff")) {
      return "jpg";
    }
    if (begin.startsWith("GIF8")) {
      return "gif";
    }
    if (begin.startsWith("RIFF") && begin.startsWith("WEBP", 8)) {
      return "webp";
    }
    return begin.contains("<svg") ? "svg" : "";
  }
}
