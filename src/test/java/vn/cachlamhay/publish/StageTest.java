package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

  @ParameterizedTest
  @CsvSource({
    "css/portal.css, PARTS",
    "js/portal.js, PARTS",
    "bai-viet/2018/anh/ket-qua.svg, PARTS",
    "tim-kiem/bai/0/14.js, PARTS",
    "tim-kiem/muc-luc/0/3.js, PARTS",
    "tim-kiem/am-tiet.js, PARTS",
    "the-chia-se/bai-viet/2018/x.png, PARTS",
    "bai-viet/2018/x.html, PAGES",
    "bai-viet/2018/x.html.gz, PAGES",
    "bai-viet/2018/x.html.br, PAGES",
    "404.html, PAGES",
    "gioi-thieu.html, PAGES",
    "chu-de/dan-van/index.html, LISTS",
    "feed.xml, LISTS",
    "sitemap.xml, LISTS",
    "sitemap-100-101.xml, LISTS",
    "tin-moi.js, LISTS",
    "tim-kiem/muc-luc.js, LISTS",
    "tim-kiem/goi-y.js, LISTS",
    "_redirects, LISTS",
    "robots.txt, LISTS",
    "index.html, HOME",
    "index.html.gz, HOME",
    "sw.js, FRAME",
    "manifest.webmanifest, FRAME",
    ".htaccess, FRAME",
    "web.config, FRAME",
  })
  void everyFileHasItsTurn(String path, Stage stage) {
    assertThat(Stage.of(path)).isEqualTo(stage);
  }

  @Test
  void aPlanSendsStageByStage() {
    var wanted = new java.util.HashMap<String, String>();
    List<String> order =
        List.of("a.css", "z.js", "b.html", "bai/c.html", "a/index.html", "index.html", "sw.js");
    var mixed = new ArrayList<>(order);
    java.util.Collections.shuffle(mixed, new java.util.Random(3));
    mixed.forEach(path -> wanted.put(path, Md5.of(path.getBytes())));
    var nothing =
        new Known(Map.of(), Set.of(), java.util.Optional.empty(), java.util.Optional.empty(), true);

    assertThat(Plan.of(wanted, nothing, false).sent()).isEqualTo(order);
  }
}
