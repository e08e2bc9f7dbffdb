package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Publishing into a folder. */
class FolderTargetTest extends FolderContract {

  @Override
  Path web() {
    return temp.resolve("ổ USB/trang web");
  }

  @Override
  TargetConfig config() throws IOException {
    Files.createDirectories(web().getParent());
    return config(web().toString());
  }

  private TargetConfig config(String url) {
    return config(url, Map.of());
  }

  private TargetConfig config(String url, Map<String, String> more) {
    var values = new HashMap<>(more);
    values.put("type", "folder");
    values.put("url", url);
    return new TargetConfig("usb", temp, values, new SourcePos("jbake.properties", 3, 0));
  }

  @Override
  Credentials people() {
    return Nobody.INSTANCE;
  }

  @Override
  Optional<Cuttable> cuttable() {
    return Optional.empty();
  }

  @Test
  void aStickThatIsNotThereDoesNotBecomeAFolder() throws IOException {
    FinishedSite site = SmallSite.portal(output(), 1).baked();
    Path stick = temp.resolve("không có/trang web");

    assertRefused(
        () -> publish(config(stick.toString()), site, NOTHING_SPECIAL),
        ProblemCode.DICH_KHONG_CO_THU_MUC);
    assertThat(stick.getParent()).doesNotExist();
  }

  @Test
  void whatEditorsWriteIsNoTarget() {
    for (String url : new String[] {"", "content/dang", ".", "..", "templates"}) {
      assertRefused(() -> Targets.open(config(url), Nobody.INSTANCE), ProblemCode.DICH_SAI_DIA_CHI);
    }
  }

  @Test
  void aFolderInThePlaceOfAPageIsTold() throws IOException {
    plant("index.html/tệp.txt", bytes("lạ"));
    FinishedSite site = SmallSite.portal(output(), 1).baked();

    assertRefused(() -> publish(site), ProblemCode.DICH_VUONG_TEP);
  }

  @Test
  void anEditedOutputFileIsNotSent() throws IOException {
    FinishedSite site = SmallSite.portal(output(), 1).baked();
    Files.writeString(output().resolve("index.html"), "sửa thẳng vào đây");

    assertRefused(() -> publish(site), ProblemCode.DANG_TEP_DOI);
  }

  /** A host that finds page.html.gz sends it, whatever has become of the page. */
  @Test
  void compressedCopiesGoBeforeTheirPages() throws IOException {
    SmallSite site =
        SmallSite.portal(output(), 1)
            .with("a.html", "a")
            .with("a.html.gz", "nén a")
            .with("b.html", "b")
            .with("b.html.br", "nén b");
    publish(site.baked());
    List<String> order =
        orderOf(
            site.without("a.html.gz")
                .with("a.html", "a mới")
                .without("b.html")
                .without("b.html.br")
                .baked());

    assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("a.html.gz", "b.html.br");
    assertThat(order.subList(2, 4)).containsExactly("a.html", "b.html");
  }

  /** Somebody may have the address of a page that goes, until it has gone. */
  @Test
  void pagesGoBeforeWhatTheyNeedAndAfterWhatLeadsToThem() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1).with("a/index.html", "cũ").with("a/b.html", "b");
    for (int i = 0; i < 20; i++) {
      site.with("a/anh-" + i + ".svg", "<svg/>");
    }
    publish(site.baked());
    site.without("a/index.html").without("a/b.html");
    for (int i = 0; i < 20; i++) {
      site.without("a/anh-" + i + ".svg");
    }

    assertThat(orderOf(site.baked()).subList(0, 2)).containsExactly("a/index.html", "a/b.html");
  }

  /** In which order files were done. */
  private List<String> orderOf(FinishedSite next) throws IOException {
    var order = new ConcurrentLinkedQueue<String>();
    PublishListener listener =
        new PublishListener() {
          @Override
          public void done(String path, long bytes) {
            order.add(path);
          }
        };
    try (Target target = Targets.open(config(), people())) {
      new Publisher(config(), target, HASTY, listener).publish(next, SURE, plan -> {});
    }
    return List.copyOf(order);
  }

  /** A host that has no room left after nine files; one connection, so that it is known which. */
  @Test
  void whatArrivedBeforeTheEndIsNotSentAgain() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1);
    FinishedSite baked = site.baked();
    TargetConfig one = config(web().toString(), Map.of("connections", "1"));
    Files.createDirectories(web().getParent());
    var arrived = new ArrayList<String>();

    assertRefused(
        () ->
            publisher(one, new SmallHost(one, Targets.open(one, people()), 9, arrived))
                .publish(baked, NOTHING_SPECIAL, plan -> {}),
        ProblemCode.DICH_HET_CHO);
    Publisher.Outcome rest = publish(one, baked, NOTHING_SPECIAL);

    assertThat(arrived).hasSize(9);
    assertThat(rest.resumed()).isTrue();
    var sent = new ArrayList<>(rest.plan().added());
    sent.addAll(rest.plan().changed());
    assertThat(sent).hasSize(site.files().size() - 9).doesNotContainAnyElementsOf(arrived);
    assertSame(site(), site.files());
  }

  @Test
  void emptyFoldersGoWithTheirLastFile() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1).with("a/b/c/d.html", "d");
    publish(site.baked());
    publish(site.without("a/b/c/d.html").baked());

    assertThat(web().resolve("a")).doesNotExist();
    assertThat(web().resolve("tin-tuc")).exists();
  }

  @Test
  void aSmallChangeOfALargeSiteWritesLittleIntoTheBooks() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1);
    for (int i = 0; i < 3000; i++) {
      site.with("bai-viet/2019/bai-" + i + ".html", "Bài " + i);
    }
    publish(site.baked());
    String base = base();
    byte[] large = served().get(base);
    for (int i = 0; i < 3; i++) {
      publish(site.with("index.html", "lần " + i).baked());

      assertThat(base()).isEqualTo(base);
      assertThat(served().get(base)).isEqualTo(large);
      assertThat(served().get(Names.STATE)).hasSizeLessThan(400);
      assertThat(served().get(Names.PREVIOUS)).hasSizeLessThan(400);
    }
    for (int i = 0; i < 300; i++) {
      site.with("bai-viet/2019/bai-" + i + ".html", "Bài " + i + " viết lại");
    }
    publish(site.baked());
    assertThat(base()).isNotEqualTo(base);
    assertThat(publish(site.baked()).plan().isEmpty()).isTrue();
  }

  private String base() throws IOException {
    return served().keySet().stream()
        .filter(path -> path.contains("/base-"))
        .reduce((one, other) -> one + " and " + other)
        .orElseThrow();
  }
}
