package vn.cachlamhay.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes Unicode in the old encodings, made from other descriptions than the tables of the product:
 * TCVN3 and VISCII from their codes in order, VNI from the rule that a hat, breve and tone make one
 * mark, windows-1258 from Java's own charset.
 */
final class OldWriter {

  /** Where a row begins, and its letters. */
  private static final String TCVN3 =
      """
      A1 ĂÂÊÔƠƯĐăâêôơưđ
      B5 àảãáạ
      BB ằẳẵắ
      C6 ặầẩẫấậè
      CE ẻẽéẹềểễếệìỉ
      DC ĩíịò
      E1 ỏõóọồổỗốộờởỡớợù
      F1 ủũúụừửữứựỳỷỹýỵ
      """;

  private static final String VISCII =
      """
      02 Ẳ
      05 ẴẪ
      14 Ỷ
      19 Ỹ
      1E Ỵ
      80 ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ
      90 ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ
      A0 Õắằặấầẩậẽẹếềểễệố
      B0 ồổỗỠƠộờởịỰỨỪỬơớƯ
      C0 ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ
      D0 ĐứÒÓÔạỷừửÙÚỹỵÝỡư
      E0 àáâãảăữẫèéêẻìíĩỉ
      F0 đựòóôõỏọụùúũủýợỮ
      """;

  /** hat, breve or neither, then the tone, to the small mark: as the VNI fonts draw them. */
  private static final Map<String, String> VNI_MARKS =
      Map.ofEntries(
          Map.entry("\u0300", "ø"),
          Map.entry("\u0309", "û"),
          Map.entry("\u0303", "õ"),
          Map.entry("\u0301", "ù"),
          Map.entry("\u0323", "ï"),
          Map.entry("^", "â"),
          Map.entry("^\u0300", "à"),
          Map.entry("^\u0309", "å"),
          Map.entry("^\u0303", "ã"),
          Map.entry("^\u0301", "á"),
          Map.entry("^\u0323", "ä"),
          Map.entry("(", "ê"),
          Map.entry("(\u0300", "è"),
          Map.entry("(\u0309", "ú"),
          Map.entry("(\u0303", "ü"),
          Map.entry("(\u0301", "é"),
          Map.entry("(\u0323", "ë"));

  private final Map<String, byte[]> codes = new HashMap<>();

  private OldWriter() {}

  static OldWriter tcvn3() {
    var writer = rows(TCVN3);
    // no capitals with tones: the small letter stands for both
    for (String letter : Alphabet.accented()) {
      writer.codes.computeIfAbsent(
          letter, unused -> writer.codes.get(letter.toLowerCase(Locale.ROOT)));
    }
    return writer;
  }

  static OldWriter viscii() {
    return rows(VISCII);
  }

  static OldWriter vni() {
    var writer = new OldWriter();
    for (String letter : Alphabet.accented()) {
      String small = vni(letter.toLowerCase(Locale.ROOT));
      boolean capital = !letter.equals(letter.toLowerCase(Locale.ROOT));
      writer.codes.put(letter, latin(capital ? small.toUpperCase(Locale.ROOT) : small));
    }
    return writer;
  }

  private static String vni(String letter) {
    String base = Alphabet.base(letter);
    String tone = Alphabet.tone(letter);
    int hat = "âêô".indexOf(base);
    if (hat >= 0) {
      return "aeo".charAt(hat) + VNI_MARKS.get("^" + tone);
    }
    if (base.equals("ă")) {
      return "a" + VNI_MARKS.get("(" + tone);
    }
    if (base.equals("i")) {
      return Map.of("\u0301", "í", "\u0300", "ì", "\u0309", "æ", "\u0303", "ó", "\u0323", "ò")
          .get(tone);
    }
    if (letter.equals("ỵ")) {
      return "î";
    }
    String stem = Map.of("ơ", "ô", "ư", "ö", "đ", "ñ").getOrDefault(base, base);
    return tone.isEmpty() ? stem : stem + VNI_MARKS.get(tone);
  }

  /** From what the product reads, since there is no second program here that knows it. */
  static OldWriter vps() {
    var writer = new OldWriter();
    for (int code = 1; code < 256; code++) {
      String letter = LegacyEncoding.VPS.toUnicode(String.valueOf(Windows1252.letter(code)));
      if (Alphabet.accented().contains(letter)) {
        writer.codes.put(letter, new byte[] {(byte) code});
      }
    }
    return writer;
  }

  static OldWriter windows1258() {
    var writer = new OldWriter();
    Charset page = Charset.forName("windows-1258");
    for (String letter : Alphabet.accented()) {
      writer.codes.put(letter, (Alphabet.base(letter) + Alphabet.tone(letter)).getBytes(page));
    }
    return writer;
  }

  private static OldWriter rows(String rows) {
    var writer = new OldWriter();
    for (String row : rows.lines().toList()) {
      int code = Integer.parseInt(row.substring(0, 2), 16);
      for (String letter : row.substring(3).split("")) {
        writer.codes.put(letter, new byte[] {(byte) code++});
      }
    }
    return writer;
  }

  private static byte[] latin(String text) {
    return text.getBytes(Charset.forName("ISO-8859-1"));
  }

  /** The letters that it can write. */
  List<String> letters() {
    return codes.keySet().stream().sorted().toList();
  }

  /** The bytes of a text; what is no Vietnamese letter as in windows-1252. */
  byte[] bytes(String text) {
    var out = new ByteArrayOutputStream();
    for (String letter : text.split("")) {
      out.writeBytes(codes.getOrDefault(letter, letter.getBytes(Charset.forName("windows-1252"))));
    }
    return out.toByteArray();
  }

  /** The text as a program shows it that takes the bytes for windows-1252. */
  String shown(String text) {
    byte[] bytes = bytes(text);
    return Windows1252.text(bytes, 0, bytes.length);
  }
}
