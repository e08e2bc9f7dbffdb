package vn.cachlamhay.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.SeenFile;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.PictureSizes;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.picture.Photo;
import vn.cachlamhay.picture.PictureHeader;

/**
 * Step 5: the files that go to the site as they are, and pictures: without what cameras write into
 * them, those that articles show in several sizes. A picture whose content has not changed is not
 * even read. Thread-safe.
 *
 * @param files of the site
 * @param shown addresses of the pictures that articles show
 * @param handedOut addresses of those that stay as large as they are
 * @param seen contents of pictures in earlier bakes
 * @param memory what the files were made from that are there
 * @param drawn false where only the addresses count
 */
record PictureFiles(
    SiteConfig config,
    StaticFiles files,
    Set<String> shown,
    Set<String> handedOut,
    Memory<SeenFile> seen,
    Memory<Made> memory,
    PageSink sink,
    Problems problems,
    boolean drawn) {

  private static final String STRIPPED = "stripped";
  private static final String OWN = "own";

  void make() {
    Parallel.forEach(files.byUri().values(), this::make);
    seen.retain(
        files.byUri().values().stream()
            .map(file -> config.relative(file.source()))
            .collect(Collectors.toSet()));
  }

  private void make(StaticFile file) {
    if (!PictureSizes.areSeveral(file.uri())) {
      sink.copy(file.uri(), file.source());
      return;
    }
    try {
      Optional<PictureHeader> header = PictureHeader.read(file.source()).filter(Photo::isScalable);
      if (header.isEmpty()) {
        sink.copy(file.uri(), file.source());
      } else {
        make(file, header.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make(StaticFile file, PictureHeader header) throws IOException {
    Map<String, String> wanted = wanted(file, header);
    if (!drawn) {
      wanted.keySet().forEach(uri -> sink.put(uri, new byte[0]));
      return;
    }
    Digest content = content(file.source());
    boolean kept = true;
    for (Map.Entry<String, String> each : wanted.entrySet()) {
      kept &= isKept(each.getKey(), inputs(content, each.getValue()));
    }
    if (!kept) {
      put(file, header, content, wanted);
    }
  }

  /** What each file is to be, by address; the picture under its own address first. */
  private Map<String, String> wanted(StaticFile file, PictureHeader header) {
    boolean several = shown.contains(file.uri());
    boolean whole = !several || handedOut.contains(file.uri());
    var wanted = new LinkedHashMap<String, String>();
    wanted.put(file.uri(), whole ? STRIPPED : OWN);
    if (several) {
      for (int width : PictureSizes.smaller(file.uri(), header.shownWidth())) {
        String uri = PictureSizes.uri(file.uri(), width);
        if (!files.byUri().containsKey(uri)) {
          wanted.put(uri, Integer.toString(width));
        }
      }
    }
    return wanted;
  }

  /** A picture that cannot be read is published as it is, and told of. */
  private void put(
      StaticFile file, PictureHeader header, Digest content, Map<String, String> wanted)
      throws IOException {
    var photo = new Photo(Files.readAllBytes(file.source()), header);
    byte[] own = photo.stripped();
    boolean broken = false;
    for (Map.Entry<String, String> each : wanted.entrySet()) {
      byte[] bytes = own;
      try {
        if (!broken && !each.getValue().equals(STRIPPED)) {
          bytes =
              each.getValue().equals(OWN)
                  ? photo.own()
                  : photo.smaller(Integer.parseInt(each.getValue()), own);
        }
      } catch (IOException e) {
        broken = true;
        String path = config.relative(file.source());
        problems.add(ProblemCode.ANH_HONG, SourcePos.ofFile(path), path);
      }
      if (each.getValue().equals(OWN)) {
        own = bytes;
      }
      String hash = sink.put(each.getKey(), bytes);
      if (broken) {
        memory.remove(each.getKey());
      } else {
        Digest inputs = inputs(content, each.getValue());
        memory.put(each.getKey(), new Made(inputs, hash));
      }
    }
  }

  private boolean isKept(String uri, Digest inputs) {
    return memory
        .get(uri)
        .filter(made -> made.own().equals(inputs) && sink.keep(uri, made.hash()))
        .isPresent();
  }

  private static Digest inputs(Digest content, String kind) {
    return Digest.of(List.of(content, Digest.of(kind)));
  }

  private Digest content(Path source) throws IOException {
    String key = config.relative(source);
    FileStamp now = FileStamp.Taker.on(source).of(source);
    Optional<SeenFile> known = seen.get(key).filter(file -> now.isSameAs(file.stamp()));
    if (known.isPresent()) {
      return known.get().content();
    }
    Digest content = Digest.of(Files.readAllBytes(source));
    seen.put(key, new SeenFile(now, content));
    return content;
  }
}
