package vn.cachlamhay.offline;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Uris;

/**
 * The script that answers for the host where there is no network. Its version is that of what it
 * keeps from the beginning, so that only a change of these files makes browsers load them again.
 * Immutable and thread-safe.
 *
 * @param shell addresses of the files that it keeps from the beginning, with what stands for their
 *     bytes; empty where the site has none, and what readers have of it goes
 */
public record ServiceWorker(SortedMap<String, String> shell) {

  private static final Gson GSON = new Gson();
  private static final String WORKER = "worker.js";
  private static final String REMOVER = "remover.js";

  /** The script. */
  public OtherFile file() {
    List<Digest> version =
        shell.entrySet().stream()
            .map(file -> Digest.of(file.getKey() + " " + file.getValue()))
            .toList();
    return new OtherFile(Uris.WORKER, version, () -> text(Digest.of(version)));
  }

  private String text(Digest version) {
    if (shell.isEmpty()) {
      return read(REMOVER);
    }
    return read(WORKER)
        .replace("'VERSION'", "'%016x'".formatted(version.high()))
        .replace("['SHELL']", GSON.toJson(shell.keySet()));
  }

  private static String read(String name) {
    try (InputStream in = ServiceWorker.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
