package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same input gives the same bytes and the same words, whatever computer it is, in whatever
 * folder and order the files lie, and whatever ran before. Each bake is a process of its own with
 * the built jar. What the machine's own language does is the business of {@link LauncherIT}.
 */
class SameBytesIT {

  private static final Path TARGET = SiteFixture.repository().resolve("target");
  private static final String CLASS_PATH =
      TARGET.resolve("cach-lam-hay.jar") + File.pathSeparator + TARGET.resolve("lib") + "/*";

  /** A file system that lists files in another order than most, where there is one. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final Map<SiteKind, Path> SITES = new EnumMap<>(SiteKind.class);
  private static final Map<SiteKind, Baked> EXPECTED = new EnumMap<>(SiteKind.class);

  private static Path work;

  /** A computer, by the options that make Java believe that it runs there. */
  enum Computer {
    THE_SAME,
    ONE_PROCESSOR("-XX:ActiveProcessorCount=1"),
    EIGHT_PROCESSORS(
        "-XX:ActiveProcessorCount=8", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=8"),
    TURKISH("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=America/St_Johns"),
    ARABIC("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Africa/Cairo"),
    THAI(
        "-Duser.language=th",
        "-Duser.country=TH",
        "-Duser.variant=TH",
        "-Duser.timezone=Pacific/Kiritimati"),
    WESTERN("-Dfile.encoding=ISO-8859-1", "-Duser.language=en", "-Duser.timezone=Etc/GMT+12");

    private final List<String> options;

    Computer(String... options) {
      this.options = List.of(options);
    }
  }

  /**
   * What came of a bake.
   *
   * @param words what it said about the articles
   */
  private record Baked(int code, String words, FileTree files) {

    void assertSameAs(Baked expected) {
      assertThat(files.differencesFrom(expected.files)).isEmpty();
      assertThat(words).isEqualTo(expected.words);
      assertThat(code).isEqualTo(expected.code);
    }
  }

  @BeforeAll
  static void bakeOnce() throws Exception {
    work = SiteFixture.freshFolder("same-bytes");
    for (SiteKind kind : SiteKind.values()) {
      EditedSite site = EditedSite.create(kind, work.resolve(kind.name()), new Dice(7));
      Path years = site.folder().resolve("content/bai-viet");
      site.write(years.resolve("2018/hong.md"), "---\ntitle: Hỏng\ndate: hôm qua\n---\n");
      site.write(years.resolve("2020/lien-ket.md"), "title=I\n~~~~~~\n[i](khong-co.md) <form>\n");
      SITES.put(kind, site.folder());
      Baked baked = Bake.start(copy(kind, "first"), work, Computer.THE_SAME).end();
      assertThat(baked.files.files().keySet()).hasSizeGreaterThan(30);
      assertThat(baked.words).contains("hong.md", "lien-ket.md");
      EXPECTED.put(kind, baked);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noComputerChangesAByte(Computer computer) throws Exception {
    bakesAsExpected(kind -> Bake.start(copy(kind, computer.name()), work, computer));
  }

  /** What one computer left behind, its cache included, does not lead another one astray. */
  @Test
  void noEarlierRunChangesAByte() throws Exception {
    bakesAsExpected(kind -> Bake.start(copy(kind, "twice"), work, Computer.TURKISH));
    bakesAsExpected(kind -> Bake.start(work.resolve(kind + "-twice"), work, Computer.THAI));
  }

  @Test
  void noOrderOrTimeOfFilesChangesAByte() throws Exception {
    Path folder = Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : work, "order");
    try {
      bakesAsExpected(
          kind -> {
            Path site = folder.resolve(kind.name());
            copyBackwards(SITES.get(kind), site);
            return Bake.start(site, work, Computer.THE_SAME);
          });
    } finally {
      SiteFixture.delete(folder);
    }
  }

  @Test
  void noWorkingFolderChangesAByte() throws Exception {
    bakesAsExpected(
        kind -> {
          Path site = copy(kind, "sâu hơn/ở đây");
          return Bake.start(site, site, Computer.THE_SAME);
        });
  }

  /** Begins to bake a site of a kind. */
  private interface Starter {
    Bake start(SiteKind kind) throws IOException;
  }

  /** Bakes both sites at a time. */
  private static void bakesAsExpected(Starter starter) throws Exception {
    var running = new EnumMap<SiteKind, Bake>(SiteKind.class);
    for (SiteKind kind : SiteKind.values()) {
      running.put(kind, starter.start(kind));
    }
    for (SiteKind kind : SiteKind.values()) {
      running.get(kind).end().assertSameAs(EXPECTED.get(kind));
    }
  }

  private static Path copy(SiteKind kind, String name) {
    Path site = work.resolve(kind + "-" + name);
    SiteFixture.copy(SITES.get(kind), site);
    return site;
  }

  /**
   * A bake that is running.
   *
   * @param said where its words go
   */
  private record Bake(Process process, Path site, Path said) {

    /** Starts to bake a site from some folder; from the site's own as it is typed there. */
    static Bake start(Path site, Path folder, Computer computer) throws IOException {
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(computer.options);
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", CLASS_PATH));
      command.addAll(List.of("vn.cachlamhay.cli.Portal", "bake", "--json"));
      if (!site.equals(folder)) {
        command.addAll(List.of("--site", site.toString()));
      }
      Path said = Files.createTempFile(work, "said", ".json");
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
      // as the script that starts the portal sets it
      builder.environment().put("LC_ALL", "C.UTF-8");
      return new Bake(builder.start(), site, said);
    }

    Baked end() throws Exception {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end: " + process.info());
      }
      FileTree files = FileTree.of(site.resolve("output"));
      return new Baked(process.exitValue(), Files.readString(said), files);
    }
  }

  /** Copies a folder, the last file first, so that the times of change run backwards too. */
  private static void copyBackwards(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).sorted(Comparator.reverseOrder()).toList();
    }
    Instant time = Instant.parse("2001-01-01T00:00:00Z");
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
      time = time.plusSeconds(3600);
      Files.setLastModifiedTime(copy, FileTime.from(time));
    }
  }
}
