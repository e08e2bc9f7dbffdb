package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Publishing onto a disk that has its limits, as a USB stick has. */
class FolderDiskIT {

  @TempDir Path temp;

  private Path disk() {
    return temp.resolve("ổ");
  }

  private Publisher.Outcome publish(FinishedSite site) throws IOException {
    var config =
        new TargetConfig(
            "usb",
            temp,
            Map.of("type", "folder", "url", disk().resolve("web").toString()),
            SourcePos.ofFile("jbake.properties"));
    try (Target target = Targets.open(config, Nobody.INSTANCE)) {
      return new Publisher(config, target, TargetContract.HASTY, PublishListener.SILENT)
          .publish(site, TargetContract.SURE, plan -> {});
    }
  }

  private Map<String, byte[]> seen() throws IOException {
    Map<String, byte[]> seen = TargetContract.filesBelow(disk().resolve("web"));
    seen.keySet().removeIf(Names::isOurs);
    return seen;
  }

  @Test
  void aFullDiskIsToldTheSiteStaysAndMoreRoomEndsTheWork() throws IOException {
    try (SmallDisk disk = SmallDisk.at(disk(), "600k")) {
      SmallSite before = SmallSite.portal(temp.resolve("output"), 1);
      publish(before.baked());
      SmallSite after =
          SmallSite.portal(temp.resolve("output"), 2).with("anh/lớn.jpg", new byte[700_000]);
      FinishedSite baked = after.baked();

      TargetContract.assertRefused(() -> publish(baked), ProblemCode.DICH_HET_CHO);
      TargetContract.assertIsASite(seen(), before, after, "on a full disk");
      assertThat(TargetContract.filesBelow(disk()).keySet())
          .noneMatch(path -> path.endsWith("part"));

      disk.resize("3m");
      assertThat(publish(baked).resumed()).isTrue();
      TargetContract.assertSame(seen(), after.files());
    }
  }

  @Test
  void aWriteProtectedStickIsTold() throws IOException {
    try (SmallDisk disk = SmallDisk.at(disk(), "3m")) {
      SmallSite before = SmallSite.portal(temp.resolve("output"), 1);
      publish(before.baked());
      disk.makeReadOnly();
      FinishedSite after = SmallSite.portal(temp.resolve("output"), 2).baked();

      TargetContract.assertRefused(() -> publish(after), ProblemCode.DICH_KHONG_DUOC_GHI);
      TargetContract.assertSame(seen(), before.files());
    }
  }
}
