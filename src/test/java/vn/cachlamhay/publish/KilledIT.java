package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.SourcePos;

/** Publishers that are killed in the midst of their work, as by a power cut. */
class KilledIT {

  @TempDir Path temp;

  /** Publishes slowly, and says each file. */
  static final class Slow {

    public static void main(String[] args) throws IOException {
      TargetConfig config = config(Path.of(args[0]), args[1]);
      try (Target target = Targets.open(config, Nobody.INSTANCE)) {
        new Publisher(config, target, TargetContract.HASTY, new Saying())
            .publish(FinishedSite.of(Path.of(args[0], "output")), TargetContract.SURE, plan -> {});
      }
    }
  }

  private static final class Saying implements PublishListener {
    @Override
    public void done(String path, long bytes) {
      System.out.println(path);
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static TargetConfig config(Path site, String url) {
    return new TargetConfig(
        "usb", site, Map.of("type", "folder", "url", url), SourcePos.ofFile("jbake.properties"));
  }

  @Test
  void theSiteIsReadableAndTheNextRunEndsTheWork() throws Exception {
    Path host = temp.resolve("host");
    SmallSite before = SmallSite.portal(temp.resolve("output"), 1);
    before.baked();
    publish(host);
    var random = new Random(5);
    for (int version = 2; version < 12; version++) {
      SmallSite after = SmallSite.portal(temp.resolve("output"), version);
      after.baked();
      killAfter(1 + random.nextInt(20), host);
      Map<String, byte[]> seen = TargetContract.filesBelow(host);
      assertThat(seen).as("the lock of the one that was killed").containsKey(Names.LOCK);
      seen.keySet().removeIf(Names::isOurs);
      TargetContract.assertIsASite(seen, before, after, "version " + version);

      if (version % 3 == 0) {
        rollBack(host);
        after = before;
      } else {
        publish(host);
      }
      Map<String, byte[]> now = TargetContract.filesBelow(host);
      assertThat(now.keySet())
          .noneMatch(path -> path.startsWith(Names.DONE) || path.endsWith("part"));
      assertThat(now).doesNotContainKeys(Names.LOCK, Names.INTENDED);
      // one site back and no further: what older runs kept has gone
      assertThat(Names.kept(now.keySet())).hasSizeLessThanOrEqualTo(before.files().size());
      now.keySet().removeIf(Names::isOurs);
      TargetContract.assertSame(now, after.files());
      before = after;
    }
  }

  private void publish(Path host) throws IOException {
    TargetConfig config = config(temp, host.toString());
    try (Target target = Targets.open(config, Nobody.INSTANCE)) {
      new Publisher(config, target, TargetContract.HASTY, PublishListener.SILENT)
          .publish(FinishedSite.of(temp.resolve("output")), TargetContract.SURE, plan -> {});
    }
    assertThat(Files.exists(host.resolve("index.html"))).isTrue();
  }

  private void rollBack(Path host) throws IOException {
    TargetConfig config = config(temp, host.toString());
    try (Target target = Targets.open(config, Nobody.INSTANCE)) {
      new Publisher(config, target, TargetContract.HASTY, PublishListener.SILENT)
          .rollBack(temp.resolve("output"), TargetContract.SURE);
    }
  }

  private void killAfter(int files, Path host) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Slow.class.getName(),
                temp.toString(),
                host.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < files; i++) {
        assertThat(said.readLine()).as("file " + i).isNotNull();
      }
      process.destroyForcibly().waitFor();
    }
  }
}
