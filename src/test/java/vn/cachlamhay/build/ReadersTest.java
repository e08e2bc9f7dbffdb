package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What new numbers of readers change in the site: two files, and nothing that is not on them. */
class ReadersTest {

  private static final String HEAD = "path,views_30_days,views\n";

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void copy() throws IOException {
    site = TestSite.copyOf("portal-small", folder);
    site.write(
        "templates/home.ftlh", "<#list home.read as it>${it?counter}. ${it.title}\n</#list>");
  }

  @Test
  void theHomePageHasTheMostReadInTheLastThirtyDays() throws IOException {
    site.write(
        "data/views.csv",
        HEAD
            + "/bai-viet/2018/da-xoa.html,90,90\n"
            + "/bai-viet/2018/tin-1.html,7,7\n"
            + "/bai-viet/2018/tin-2.html,40,41\n"
            + "/bai-viet/2018/tin-3.html,7,900\n"
            + "/bai-viet/2018/tin-4.html,0,300\n"
            + "/bai-viet/2019/nhap.html,80,80\n"
            + "/gioi-thieu.html,500,9000\n");

    // 3 is newer than 1; 4 has not been read of late; the others are no articles, or no longer
    assertThat(bake().get("index.html")).isEqualTo("1. Tin 2\n2. Tin 3\n3. Tin 1\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutNumbersNothingIsMostRead(boolean head) throws IOException {
    if (head) {
      site.write("data/views.csv", HEAD);
    } else {
      site.delete("data/views.csv");
    }

    assertThat(bake().get("index.html")).isEmpty();
    assertThat(bake().get("tin-moi.js")).endsWith("],[]);\n");
  }

  @Test
  void newNumbersChangeTheHomePageAndTheScriptOnly() throws IOException {
    site.write("data/views.csv", HEAD + "/bai-viet/2018/tin-1.html,7,7\n");
    Map<String, String> before = bake();
    site.write("data/views.csv", HEAD + "/bai-viet/2018/tin-2.html,7,7\n");
    BuildReport report = site.bake();
    Map<String, String> after = site.pages();

    assertThat(changed(before, after)).containsExactly("index.html", "tin-moi.js");
    assertThat(report.written().orElseThrow().written()).isEqualTo(2);
    assertThat(site.bake().written().orElseThrow().written()).isZero();
    site.deleteCache().delete("output");
    assertThat(bake()).isEqualTo(after);
  }

  @Test
  void numbersThatLeaveTheOrderAsItIsChangeNothing() throws IOException {
    site.write("data/views.csv", HEAD + "/bai-viet/2018/tin-1.html,7,7\n");
    bake();
    site.write("data/views.csv", HEAD + "/bai-viet/2018/tin-1.html,8,15\n");

    assertThat(site.bake().written().orElseThrow().written()).isZero();
  }

  @Test
  void theScriptNamesTheNewestAndTheMostRead() throws IOException {
    site.write("data/views.csv", HEAD + "/bai-viet/2018/tin-1.html,7,7\n");

    assertThat(bake().get("tin-moi.js"))
        .startsWith(
            "portalFresh([{\"t\":\"Kết quả sau một năm\",\"u\":\"bai-viet/2019/ket-qua.html\","
                + "\"p\":\"Bình Thuận\",\"d\":\"01/03/2019\"},")
        .endsWith(
            "],[{\"t\":\"Tin 1\",\"u\":\"bai-viet/2018/tin-1.html\",\"p\":\"\","
                + "\"d\":\"01/01/2018\"}]);\n")
        .doesNotContain("</", "nhap.html");
  }

  @Test
  void aFileOfTheSiteGoesBeforeTheScript() throws IOException {
    site.write("assets/tin-moi.js", "// của trang");

    assertThat(bake().get("tin-moi.js")).isEqualTo("// của trang");
  }

  private static TreeSet<String> changed(Map<String, String> before, Map<String, String> after) {
    var changed = new TreeSet<>(after.keySet());
    changed.removeIf(uri -> after.get(uri).equals(before.get(uri)));
    return changed;
  }

  private Map<String, String> bake() throws IOException {
    assertThat(site.bake().hasErrors()).isFalse();
    return site.pages();
  }
}
