package vn.cachlamhay.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.ObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates see in records what FreeMarker itself shows. */
public class RecordModelTest {

  /** A record as the portal's pages have them. */
  public record Place(String name, int number, List<Place> within, Boolean listed, String none) {

    /** What is no component, and has a bean's name. */
    public String getLabel() {
      return "nhãn " + name;
    }

    /** A method with the name of a bean's getter of a component. */
    public String getName() {
      return "tên " + name;
    }

    /** With an argument. */
    public String with(String more) {
      return name + more;
    }
  }

  /** A record that is something else to FreeMarker. */
  public record Several(List<String> all) implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return all.iterator();
    }
  }

  /** One that templates cannot look into. */
  private record Hidden(String name) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${p.name} ${p.number} ${p.label} ${p.within?size} ${p.within[0].name}",
        "${p.name()} ${p.number()} ${p.with(' ở')} ${p.getLabel()}",
        "${(p.none)!'trống'} ${p.listed?c} ${p.none?has_content?c} ${p.khac!'không'}",
        "${p} <#list p?keys?sort as key>${key} </#list>",
        "${p['name']} ${p.within?map(w -> w.number)?join(',')}",
        "<#list s as one>${one},</#list>",
        "${h.name!'không thấy'}",
        "${p.within[1].name}",
        "${p.khac}"
      })
  void showsWhatFreeMarkerShows(String template) throws IOException {
    assertThat(text(template, new StoreWrapper(Configuration.VERSION_2_3_34)))
        .isEqualTo(text(template, new DefaultObjectWrapper(Configuration.VERSION_2_3_34)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${p.label}", "${(p.name)!'không'}", "${p}"})
  void leavesOlderVersionsAlone(String template) throws IOException {
    var old = Configuration.DEFAULT_INCOMPATIBLE_IMPROVEMENTS;
    assertThat(text(template, new StoreWrapper(old)))
        .isEqualTo(text(template, new DefaultObjectWrapper(old)));
  }

  private static String text(String text, ObjectWrapper wrapper) throws IOException {
    var configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setLogTemplateExceptions(false);
    configuration.setObjectWrapper(wrapper);
    var inner = new Place("Vũ Lăng", 2, List.of(), false, null);
    Map<String, Object> model =
        Map.of(
            "p", new Place("Bắc Sơn", 1, List.of(inner), true, null),
            "s", new Several(List.of("một", "hai")),
            "h", new Hidden("Tân Tri"));
    var out = new StringWriter();
    try {
      new Template("t", new StringReader(text), configuration).process(model, out);
    } catch (TemplateException e) {
      return e.getMessageWithoutStackTop();
    }
    return out.toString();
  }
}
