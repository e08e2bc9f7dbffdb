package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Reads back what was published, and compares. What is wrong will be sent again by the next run.
 */
record Verification(TargetConfig config, PublishListener listener) {

  /** The files that are not as they were put there, sorted. */
  List<String> run(Crew crew, Books books) throws IOException {
    Books.Entry entry =
        books
            .read()
            .orElseThrow(
                () -> config.refused(ProblemCode.DICH_KHONG_CO_THU_MUC, null, Names.STATE));
    listener.begins(PublishListener.Work.VERIFY, entry.hashes().size(), 0);
    var wrong = new ConcurrentSkipListSet<String>();
    crew.forEach(
        entry.hashes().entrySet(),
        (connection, file) -> {
          if (!isRight(connection, file)) {
            wrong.add(file.getKey());
          }
        });
    if (!wrong.isEmpty()) {
      Sheet last = entry.sheet();
      Map<String, String> hashes = new TreeMap<>(entry.hashes());
      wrong.forEach(path -> hashes.put(path, Sheet.UNSURE));
      books.write(
          new Sheet(last.id(), Sheet.NOTHING, last.time(), last.who(), hashes),
          Optional.of(entry.base()));
      crew.call(
          connection -> {
            connection.finish("verify");
            return true;
          });
    }
    return List.copyOf(wrong);
  }

  private boolean isRight(Connection connection, Map.Entry<String, String> file)
      throws IOException {
    byte[] bytes = connection.read(file.getKey()).orElse(null);
    long size = bytes == null ? 0 : bytes.length;
    listener.done(file.getKey(), size);
    return bytes != null && Md5.of(bytes).equals(file.getValue());
  }
}
