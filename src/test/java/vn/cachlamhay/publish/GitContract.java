package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** What publishing to a branch promises beside what all targets do, however it is reached. */
abstract class GitContract extends TargetContract {

  /** The address of the repository. */
  abstract String url() throws IOException;

  final BareRepository host() throws IOException {
    return BareRepository.create(temp.resolve("máy chủ/kho trang.git"));
  }

  @Override
  TargetConfig config() throws IOException {
    return config(url(), Map.of());
  }

  final TargetConfig config(String url, Map<String, String> more) {
    var values = new HashMap<String, String>(more);
    values.put("type", "git");
    values.put("url", url);
    return new TargetConfig(
        "kho", temp.resolve("trang"), values, new SourcePos("jbake.properties", 3, 0));
  }

  @Override
  Credentials people() {
    return GitPeople.nobody(temp.resolve("nhà"));
  }

  @Override
  boolean isAtomic() {
    return true;
  }

  @Override
  Map<String, byte[]> served() throws IOException {
    Map<String, byte[]> files = host().files();
    // for GitHub; tested below
    files.remove(".nojekyll");
    return files;
  }

  @Override
  void plant(String path, byte[] bytes) throws IOException {
    host().plant(path, bytes);
  }

  @Override
  void uproot(String path) throws IOException {
    host().uproot(path);
  }

  @Test
  void aPublicationIsOneCommitThatGitFindsWhole() throws IOException {
    publish(SmallSite.portal(output(), 1).baked());
    publish(config(), SmallSite.portal(output(), 2).baked(), SURE);

    assertThat(host().log()).hasSize(2).allMatch(subject -> subject.startsWith("Đăng trang web: "));
    assertThat(host().git("fsck", "--strict", "--full")).doesNotContain("error", "missing");
    assertThat(host().git("show", "gh-pages:index.html")).contains("Trang chủ 2");
    assertThat(host().git("show", "gh-pages~1:index.html")).contains("Trang chủ 1");
    assertThat(host().files()).containsKey(".nojekyll");
  }

  @Test
  void aPublicationGoesOnTopOfWhatOthersDid() throws IOException {
    plant("CNAME", bytes("tinhuy.example.vn"));
    publish(SmallSite.portal(output(), 1).baked());
    plant("google123.html", bytes("của Google"));
    publish(config(), SmallSite.portal(output(), 2).baked(), SURE);

    assertThat(host().log()).hasSize(4);
    assertThat(host().git("log", "--format=%an", "gh-pages").lines().toList())
        .element(1)
        .isEqualTo("Hoa");
    assertThat(site()).containsKeys("CNAME", "google123.html");
  }

  @Test
  void aMachineThatNeverPublishedGoesOnWhereAnotherEnded() throws IOException {
    publish(SmallSite.portal(output(), 1).baked());
    SmallSite second = SmallSite.portal(output(), 2);
    Credentials colleague = GitPeople.nobody(temp.resolve("nhà khác"));
    try (Target target = Targets.open(config(), colleague)) {
      Publisher.Outcome outcome =
          publisher(config(), target).publish(second.baked(), SURE, plan -> {});
      assertThat(outcome.plan().changed()).isNotEmpty();
    }
    assertSame(site(), second.files());

    try (Target target = Targets.open(config(), GitPeople.nobody(temp.resolve("nhà thứ ba")))) {
      publisher(config(), target).rollBack(output(), SURE);
      assertThat(publisher(config(), target).verify()).isEmpty();
    }
    assertSame(site(), SmallSite.portal(output(), 1).files());
  }

  @Test
  void theWayBackKeepsWhatOthersDid() throws IOException {
    SmallSite first = SmallSite.portal(output(), 1);
    publish(first.baked());
    publish(config(), SmallSite.portal(output(), 2).baked(), SURE);
    plant("google123.html", bytes("của Google"));
    try (Target target = Targets.open(config(), people())) {
      publisher(config(), target).rollBack(output(), SURE);
    }

    assertSame(site(), first.with("google123.html", "của Google").files());
    assertThat(host().log()).hasSize(4);
  }

  @Test
  void beforeTheFirstPublicationThereIsNoWayBack() throws IOException {
    plant("CNAME", bytes("tinhuy.example.vn"));
    publish(SmallSite.portal(output(), 1).baked());
    String tip = host().tip();
    try (Target target = Targets.open(config(), people())) {
      assertRefused(
          () -> publisher(config(), target).rollBack(output(), SURE),
          ProblemCode.DANG_KHONG_QUAY_LAI);
    }

    assertThat(host().tip()).isEqualTo(tip);
  }

  @Test
  void whoeverIsSlowerIsToldWhoWasFaster() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1);
    publish(site.baked());
    TargetConfig config = config();
    try (Target target = Targets.open(config, people());
        Connection slow = target.connect()) {
      slow.write(Upload.of("index.html", bytes("chậm")));
      plant("google123.html", bytes("của Google"));
      String tip = host().tip();

      assertThatThrownBy(() -> slow.finish("chậm"))
          .isInstanceOfSatisfying(
              TargetException.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo(ProblemCode.DICH_NGUOI_KHAC_DANG);
                assertThat(e.problem().args()).containsExactly("Hoa");
              });
      assertThat(host().tip()).isEqualTo(tip);
    }
    publish(config, site.with("index.html", "chậm").baked(), SURE);
    assertThat(site().get("index.html")).isEqualTo(bytes("chậm"));
    assertThat(site()).containsKey("google123.html");
  }

  @Test
  void aCacheThatSomebodyTidiedUpIsMadeAnew() throws IOException {
    publish(SmallSite.portal(output(), 1).baked());
    for (String path : filesBelow(temp.resolve("nhà")).keySet()) {
      if (path.contains("/objects/")) {
        Files.delete(temp.resolve("nhà").resolve(path));
      }
    }
    SmallSite second = SmallSite.portal(output(), 2);
    publish(config(), second.baked(), SURE);

    assertSame(site(), second.files());
  }

  @Test
  void aFolderOfTheBranchIsATargetToo() throws IOException {
    plant("README.md", bytes("kho của Sở"));
    SmallSite site = SmallSite.portal(output(), 1);
    TargetConfig config = config(url(), Map.of("folder", "/docs/", "name", "Lan", "email", "l@x"));
    publish(config, site.baked(), NOTHING_SPECIAL);

    var seen = new HashMap<String, byte[]>();
    host().files().forEach((path, bytes) -> seen.put(path, bytes));
    assertThat(seen).containsKeys("README.md", "docs/index.html", "docs/.nojekyll");
    assertThat(seen.keySet())
        .allMatch(path -> path.equals("README.md") || path.startsWith("docs/"));
    assertThat(host().git("log", "-1", "--format=%an <%ae> %cn", "gh-pages"))
        .isEqualTo("Lan <l@x> Lan");
    assertThat(publish(config, site.baked(), NOTHING_SPECIAL).plan().isEmpty()).isTrue();
  }

  @Test
  void aBranchThatTheHostProtectsStaysAndItsWordsAreTold() throws IOException {
    Path hook = host().folder().resolve("hooks/pre-receive");
    Files.writeString(hook, "#!/bin/sh\necho 'nhánh này đã khóa' >&2\nexit 1\n");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        hook.toFile().setExecutable(true) && runsHooks(), "nobody runs hooks there");
    FinishedSite site = SmallSite.portal(output(), 1).baked();

    assertThatThrownBy(() -> publish(site))
        .isInstanceOfSatisfying(
            TargetException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.DICH_TU_CHOI);
              assertThat(e.problem().args().get(0)).contains("nhánh này đã khóa");
            });
    assertThat(host().isEmpty()).isTrue();
  }

  /** Whether a program of Git's own is on the other side. */
  boolean runsHooks() {
    return true;
  }
}
