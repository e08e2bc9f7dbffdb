package vn.cachlamhay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates by the tables in {@code resources/text}, on machines of several languages and zones. */
@ParameterizedClass(name = "{0}")
@MethodSource("vn.cachlamhay.text.Machine#all")
class VietnameseDatesTest {

  static final List<List<String>> DATES = Tsv.rows("/text/dates.tsv");
  static final List<List<String>> LONG_DAYS = Tsv.rows("/text/long-days.tsv");

  private final Machine machine;
  private Machine.Pretence pretence;

  VietnameseDatesTest(Machine machine) {
    this.machine = machine;
  }

  @BeforeEach
  void pretend() {
    pretence = machine.pretend();
  }

  @AfterEach
  void endPretence() {
    pretence.close();
  }

  @ParameterizedTest
  @FieldSource("DATES")
  void datesAreReadAsTheTableSays(List<String> row) {
    assertThat(VietnameseDates.parse(row.get(0)).map(Temporal::toString).orElse(""))
        .isEqualTo(row.get(1));
  }

  @ParameterizedTest
  @FieldSource("LONG_DAYS")
  void longDaysNameTheWeekday(List<String> row) {
    String shown =
        row.get(0).contains("T")
            ? VietnameseDates.longDay(LocalDateTime.parse(row.get(0)))
            : VietnameseDates.longDay(LocalDate.parse(row.get(0)));

    assertThat(shown).isEqualTo(row.get(1));
  }

  @Test
  void everyDayOfTwoCenturiesIsReadAsItIsShown() {
    LocalDate first = LocalDate.of(1900, 1, 1);
    LocalDate last = LocalDate.of(2100, 12, 31);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      assertThat(VietnameseDates.parse(VietnameseDates.shortDay(day))).contains(day);
      assertThat(VietnameseDates.parse(day.toString())).contains(day);
    }
  }

  @Test
  void everyMinuteOfADayIsReadAsItIsShown() {
    LocalDateTime start = LocalDate.of(2018, 9, 12).atStartOfDay();
    for (int minute = 0; minute < 24 * 60; minute++) {
      LocalDateTime moment = start.plusMinutes(minute);
      String shown = VietnameseDates.longDay(moment).replaceFirst("^[^,]*, ", "");
      assertThat(VietnameseDates.parse(shown)).contains(moment);
    }
  }

  @Test
  void machinesReadTheOffsetOfVietnam() {
    assertThat(VietnameseDates.iso(LocalDateTime.of(2018, 9, 12, 8, 30)))
        .isEqualTo("2018-09-12T08:30:00+07:00");
    assertThat(VietnameseDates.month(LocalDate.of(2018, 9, 12))).isEqualTo("09/2018");
  }

  @Test
  void itIsTheSameWhenTheProgramStartsOnSuchAMachine() throws Exception {
    URL classes = VietnameseDates.class.getProtectionDomain().getCodeSource().getLocation();
    try (var loader =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Class<?> fresh = loader.loadClass(VietnameseDates.class.getName());
      Object shown =
          fresh
              .getMethod("longDay", LocalDateTime.class)
              .invoke(null, LocalDateTime.of(2018, 9, 12, 8, 30));

      assertThat(fresh).isNotSameAs(VietnameseDates.class);
      assertThat(shown).isEqualTo("Thứ tư, 12/09/2018 – 08:30");
    }
  }
}
