package vn.cachlamhay.jbake;

import java.text.DateFormat;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Dates in JBake headers. JBake reads them by the locale and the time zone of the machine, so that
 * a site depends on where it is made; here both are fixed. Everything else is JBake's: the pattern
 * is that of {@code date.format}, what follows the date is ignored, and the 31st of February is the
 * 3rd of March. Immutable and thread-safe.
 */
final class ProjectDates {

  private final String pattern;
  private final Locale locale;
  private final TimeZone zone;

  ProjectDates(String pattern, Locale locale, ZoneId zone) {
    this.pattern = pattern;
    this.locale = locale;
    this.zone = TimeZone.getTimeZone(zone);
  }

  /** The date that is written so; empty where it does not begin as the pattern wants. */
  Optional<Date> parse(String text) {
    DateFormat format = new SimpleDateFormat(pattern, locale);
    format.setTimeZone(zone);
    return Optional.ofNullable(format.parse(text, new ParsePosition(0)));
  }

  /** The date that JBake would read on this machine. */
  Optional<Date> parseAsOnThisMachine(String text) {
    return Optional.ofNullable(new SimpleDateFormat(pattern).parse(text, new ParsePosition(0)));
  }
}
