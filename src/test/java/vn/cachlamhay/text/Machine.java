package vn.cachlamhay.text;

import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * A computer's language and time zone, on which nothing that the product does may depend.
 *
 * @param language tag of its locale
 * @param zone its time zone
 */
public record Machine(String language, String zone) {

  /** The machines on which tests of text and dates are run. */
  public static Stream<Machine> all() {
    return Stream.of(
        new Machine("vi-VN", "Asia/Ho_Chi_Minh"),
        new Machine("tr-TR", "UTC"),
        new Machine("en-US", "America/Los_Angeles"),
        new Machine("ar-EG", "UTC"),
        new Machine("th-TH-u-ca-buddhist-nu-thai", "America/Los_Angeles"));
  }

  /** Makes this process look as if it ran on the machine; close the result to end that. */
  public Pretence pretend() {
    var pretence =
        new Pretence(
            Locale.getDefault(),
            Locale.getDefault(Locale.Category.FORMAT),
            Locale.getDefault(Locale.Category.DISPLAY),
            TimeZone.getDefault());
    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
    return pretence;
  }

  /** The defaults to go back to. */
  public record Pretence(Locale locale, Locale format, Locale display, TimeZone timeZone)
      implements AutoCloseable {

    @Override
    public void close() {
      Locale.setDefault(locale);
      Locale.setDefault(Locale.Category.FORMAT, format);
      Locale.setDefault(Locale.Category.DISPLAY, display);
      TimeZone.setDefault(timeZone);
    }
  }

  @Override
  public String toString() {
    return language + " " + zone;
  }
}
