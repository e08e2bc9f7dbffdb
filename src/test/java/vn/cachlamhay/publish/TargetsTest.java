package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.model.SiteKeys;

class TargetsTest {

  private final List<Problem> problems = new ArrayList<>();

  private Map<String, TargetConfig> targets(String... lines) {
    var values = new TreeMap<String, String>();
    var numbers = new HashMap<String, Integer>();
    for (int i = 0; i < lines.length; i++) {
      String[] parts = lines[i].split("=", 2);
      values.put(parts[0], parts[1]);
      numbers.put(parts[0], i + 1);
    }
    return Targets.in(Path.of(""), new SiteKeys("jbake.properties", values, numbers), problems);
  }

  @Test
  void targetsHaveNamesAndKeys() {
    Map<String, TargetConfig> targets =
        targets(
            "publish.usb.type=folder",
            "publish.usb.url=E:/trang",
            "publish.host.type=sftp",
            "publish.host.url=sftp://tinhuy@203.0.113.7/www",
            "publish.host.connections=2");

    assertThat(problems).isEmpty();
    assertThat(targets).containsOnlyKeys("usb", "host");
    assertThat(targets.get("host").type()).isEqualTo("sftp");
    assertThat(targets.get("host").number("connections", 4)).isEqualTo(2);
    assertThat(targets.get("usb").number("connections", 4)).isEqualTo(4);
    assertThat(targets.get("host").pos().line()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "publish.a.password=bi-mat | DICH_LO_MAT_KHAU | PORTAL_PASSWORD_A",
        "publish.a.token=bi-mat | DICH_LO_MAT_KHAU | PORTAL_PASSWORD_A",
        "publish.a-b.url=ftp://hoa:bi-mat@x.vn/ | DICH_LO_MAT_KHAU | PORTAL_PASSWORD_A_B",
        "publish.a.urll=x | DICH_KHOA_LA | publish.a.url",
        "publish.type=folder | DICH_KHOA_LA | publish.usb.type",
        "publish.a.connections=nhiều | DICH_GIA_TRI | 1, 2, 3 …",
        "publish.a.connections=0 | DICH_GIA_TRI | 1, 2, 3 …",
        "publish.a.keep=có | DICH_GIA_TRI | true, false",
      })
  void whatIsWrongIsToldWithItsLine(String line, ProblemCode code, String named) {
    targets("publish.b.type=folder", line.strip());

    assertThat(problems).hasSize(1);
    Problem problem = problems.get(0);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.pos()).hasToString("jbake.properties:2");
    assertThat(Messages.in("vi").format(problem)).contains(named).doesNotContain("bi-mat");
  }

  @Test
  void theOnlyTargetNeedsNoName() throws TargetException {
    var keys = new SiteKeys("jbake.properties", Map.of(), Map.of());
    Map<String, TargetConfig> one = targets("publish.usb.type=folder");
    var two = targets("publish.usb.type=folder", "publish.host.type=sftp");

    assertThat(Targets.choose(one, Optional.empty(), keys).name()).isEqualTo("usb");
    assertThat(Targets.choose(two, Optional.of("host"), keys).name()).isEqualTo("host");
    TargetContract.assertRefused(
        () -> Targets.choose(two, Optional.empty(), keys), ProblemCode.DICH_CHON_MOT);
    TargetContract.assertRefused(
        () -> Targets.choose(two, Optional.of("hots"), keys), ProblemCode.DICH_KHONG_CO);
    TargetContract.assertRefused(
        () -> Targets.choose(Map.of(), Optional.empty(), keys), ProblemCode.DICH_CHUA_KHAI);
  }

  @Test
  void anUnknownKindIsToldWithThoseThereAre() {
    TargetConfig config = targets("publish.a.type=fpt", "publish.a.url=ftp://x.vn/").get("a");

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> Targets.open(config, Nobody.INSTANCE))
        .isInstanceOfSatisfying(
            TargetException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.DICH_SAI_LOAI);
              assertThat(e.problem().args().get(2)).contains("folder");
            });
  }

  @Test
  void aPasswordComesFromTheEnvironmentFirst() throws TargetException {
    TargetConfig config = targets("publish.may-chu.type=sftp").get("may-chu");
    Map<String, String> environment = new HashMap<>(Map.of("PORTAL_PASSWORD", "chung"));
    Credentials people = new Somebody(environment, Optional.of("gõ tay"));

    assertThat(config.password(people, "hoa@x.vn")).isEqualTo("chung");
    environment.put("PORTAL_PASSWORD_MAY_CHU", "riêng");
    assertThat(config.password(people, "hoa@x.vn")).isEqualTo("riêng");
    environment.clear();
    assertThat(config.password(people, "hoa@x.vn")).isEqualTo("gõ tay");
    TargetContract.assertRefused(
        () -> config.password(Nobody.INSTANCE, "hoa@x.vn"), ProblemCode.DICH_THIEU_MAT_KHAU);
  }

  private record Somebody(Map<String, String> environment, Optional<String> typed)
      implements Credentials {

    @Override
    public Optional<String> variable(String name) {
      return Optional.ofNullable(environment.get(name));
    }

    @Override
    public Optional<String> password(String of) {
      return typed;
    }

    @Override
    public boolean isTrusted(String host, String fingerprint) {
      return false;
    }
  }
}
