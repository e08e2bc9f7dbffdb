package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many articles a list says there are: exact where few, else so that one more seldom shows. */
class CountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "7, 7, 7",
    "9, 9, 9",
    "10, 10, 10+",
    "19, 19, 10+",
    "20, 20, 20+",
    "39, 39, 20+",
    "49, 49, 20+",
    "50, 50, 50+",
    "99, 99, 50+",
    "100, 100+, 100+",
    "109, 100+, 100+",
    "110, 110+, 100+",
    "199, 190+, 100+",
    "200, 200+, 200+",
    "999, 990+, 500+",
    "1000, 1.000+, 1.000+",
    "1099, 1.000+, 1.000+",
    "12345, 12.000+, 10.000+",
    "123456, 120.000+, 50.000+"
  })
  void isRoundedDownWhereThereAreMany(int articles, String inLists, String inTables)
      throws IOException, TemplateException {
    assertThat(written("${m.count(n)}", articles)).isEqualTo(inLists);
    assertThat(written("${m.about(n)}", articles)).isEqualTo(inTables);
  }

  private static String written(String text, int n) throws IOException, TemplateException {
    var configuration = new Configuration(Configuration.VERSION_2_3_32);
    configuration.setDirectoryForTemplateLoading(Path.of("templates").toFile());
    configuration.setLocale(Locale.forLanguageTag("vi-VN"));
    var template = new Template("n", "<#import '/macros.ftlh' as m>" + text, configuration);
    var out = new StringWriter();
    template.process(Map.of("n", n), out);
    return out.toString();
  }
}
