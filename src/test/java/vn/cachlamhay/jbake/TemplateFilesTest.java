package vn.cachlamhay.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which templates are rendered in every bake. */
class TemplateFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${.now}                                 | true",
        "<#if content.date lt .now>x</#if>       | true",
        "<#if content.date lt.now>x</#if>        | true",
        "${(.now)?long?c}                        | true",
        "${. now}                                | true",
        "<#assign x='java.util.Date'?new()>      | true",
        "${config['a.b']}                        | true",
        "${place.now}                            | false",
        "<#if it.now??>${it.now.title}</#if>     | false",
        "${places[0].now} ${of(place).now}       | false",
        "<p>Hôm nay.</p>                         | false",
        "${content.title?html} ${config.site_host} | false",
      })
  void knowsWhatMayBeAnotherThingNextTime(String template, boolean unpredictable)
      throws IOException {
    Files.writeString(folder.resolve("x.ftl"), template);
    assertThat(TemplateFiles.areUnpredictable(folder)).as(template).isEqualTo(unpredictable);
  }
}
