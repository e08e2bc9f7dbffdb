package vn.cachlamhay.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.text.VietnameseText;

/**
 * All that a line may say, the most natural first. Immutable.
 *
 * @param list one or more
 * @param unicode whether the first is Unicode, which must stay unless another is beyond doubt
 */
record LineReadings(List<Reading> list, boolean unicode) {

  private static final int FEW = 4;

  /** VISCII and VPS have letters at the places of guillemets; nobody has met them in Unicode. */
  private static final List<LegacyEncoding> IN_TEXT =
      List.of(LegacyEncoding.TCVN3, LegacyEncoding.VNI, LegacyEncoding.WINDOWS_1258);

  /** A line of text that was decoded already, where nothing may be wrong. */
  static LineReadings ofText(String line) {
    if (VietnameseText.isPlainAscii(line)) {
      return new LineReadings(List.of(new Reading("", line, Evidence.NONE)), true);
    }
    String composed = Composition.of(line);
    String name = composed.equals(line) ? Reading.UTF_8 : Reading.NFD;
    var list = new ArrayList<>(List.of(new Reading(name, composed)));
    if (isOfCodes(line)) {
      list.add(new Reading(Reading.MISREAD, Composition.of(Mojibake.repaired(line))));
      for (LegacyEncoding encoding : IN_TEXT) {
        list.add(Reading.of(encoding, line));
      }
    }
    return new LineReadings(list, true);
  }

  /** A line of bytes. */
  static LineReadings ofBytes(byte[] bytes, int start, int end) {
    try {
      return ofText(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, start, end - start))
              .toString());
    } catch (CharacterCodingException e) {
      // some other encoding, or a UTF-8 letter cut off
      String shown = Windows1252.text(bytes, start, end);
      var list = new ArrayList<>(List.of(new Reading(Reading.WINDOWS_1252, shown)));
      for (LegacyEncoding encoding : LegacyEncoding.values()) {
        list.add(Reading.of(encoding, shown));
      }
      String cut = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      list.add(new Reading(Reading.UTF_8, Composition.of(cut)));
      return new LineReadings(list, false);
    }
  }

  /** Whether all letters are such as windows-1252 shows for some code. */
  private static boolean isOfCodes(String line) {
    return line.chars().allMatch(c -> Windows1252.code((char) c) >= 0);
  }

  /** Whether there is nothing to choose. */
  boolean isOne() {
    return list.size() == 1;
  }

  /** The best; the first of equals. */
  Reading best() {
    Reading best = list.get(0);
    for (Reading reading : list) {
      best = reading.score() > best.score() ? reading : best;
    }
    return best;
  }

  /** The reading of an encoding; null where the line has none. */
  Reading in(String name) {
    return list.stream().filter(reading -> reading.name().equals(name)).findFirst().orElse(null);
  }

  /** Letters of UTF-8 that were torn apart are nothing else, and one word is enough. */
  private static boolean isConvincing(Reading reading) {
    Evidence found = reading.evidence();
    return reading.name().equals(Reading.MISREAD)
        ? found.good() > 0 && found.bad() * 2 <= found.good()
        : found.good() >= FEW && found.bad() * 8 <= found.good();
  }

  /** The reading that needs no neighbours to be believed; null where there is none. */
  Reading clear() {
    Reading first = list.get(0);
    if (isOne()) {
      return first;
    }
    Reading best = best();
    if (unicode) {
      if (best == first) {
        return first.evidence().good() > 0 ? first : null;
      }
      boolean strange = first.evidence().bad() >= 2 * first.evidence().good();
      return strange && isConvincing(best) ? best : null;
    }
    int next =
        list.stream()
            .filter(reading -> !reading.text().equals(best.text()))
            .mapToInt(Reading::score)
            .max()
            .orElse(Integer.MIN_VALUE);
    return best.score() >= 2 && best.score() - next >= 3 ? best : null;
  }
}
