package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.text.VietnameseDates;

/**
 * Keeps others from publishing to the same place at the same time: a file on the host that says who
 * is at it, and until when that holds. It is put anew now and then; one that nobody puts anew runs
 * out. One that the same site on the same machine left behind counts for nothing, since its output
 * folder has a lock of its own. Thread-safe.
 */
final class Lock {

  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final Duration RENEWAL = Duration.ofMinutes(3);
  private static final java.time.format.DateTimeFormatter TIME =
      java.time.format.DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy")
          .withZone(VietnameseDates.ZONE);

  private final TargetConfig config;
  private final Note note;
  private final Supplier<Instant> clock;
  private Instant renewed;

  /**
   * What the file says.
   *
   * @param run its id
   * @param who publishes
   * @param origin which folder of which machine it comes from
   */
  private record Note(String run, String who, String origin, Instant since, Instant until) {

    byte[] bytes() {
      return String.join("\n", run, who, origin, since.toString(), until.toString(), "")
          .getBytes(StandardCharsets.UTF_8);
    }

    static Optional<Note> of(byte[] bytes) {
      String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
      if (lines.length != 5) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Note(
                lines[0], lines[1], lines[2], Instant.parse(lines[3]), Instant.parse(lines[4])));
      } catch (DateTimeException e) {
        // not written to its end
        return Optional.empty();
      }
    }
  }

  /**
   * @param run the id of this run
   * @param origin which folder of which machine it comes from
   */
  Lock(TargetConfig config, String run, String who, String origin, Supplier<Instant> clock) {
    this.config = config;
    this.clock = clock;
    this.renewed = clock.get();
    this.note = new Note(run, who, origin, renewed, renewed.plus(LIFE));
  }

  /**
   * Takes it.
   *
   * @param force whether somebody else's counts for nothing
   * @throws TargetException where somebody else has it
   */
  Boolean take(Connection connection, boolean force) throws IOException {
    Upload upload = upload();
    if (connection.create(upload)) {
      return true;
    }
    Optional<Note> other = read(connection);
    if (other.isPresent() && !force && isInForce(other.get())) {
      throw held(other.get());
    }
    connection.write(upload);
    checkIsOurs(connection);
    return true;
  }

  private boolean isInForce(Note other) {
    return !other.origin().equals(note.origin()) && clock.get().isBefore(other.until());
  }

  /** Puts it anew where that is due; for one thread at a time, the others need not wait. */
  void renewIfDue(Connection connection) throws IOException {
    synchronized (this) {
      Instant now = clock.get();
      if (now.isBefore(renewed.plus(RENEWAL))) {
        return;
      }
      renewed = now;
    }
    checkIsOurs(connection);
    connection.write(upload());
  }

  /** Gives it back, unless somebody else has it now. */
  Boolean release(Connection connection) throws IOException {
    if (read(connection).filter(this::isOurs).isPresent()) {
      connection.delete(Names.LOCK);
    }
    return true;
  }

  private void checkIsOurs(Connection connection) throws IOException {
    Optional<Note> now = read(connection);
    if (now.isPresent() && !isOurs(now.get())) {
      throw config.refused(ProblemCode.DICH_NGUOI_KHAC_DANG, null, now.get().who());
    }
  }

  private boolean isOurs(Note other) {
    return other.run().equals(note.run());
  }

  private synchronized Upload upload() {
    Note now = new Note(note.run(), note.who(), note.origin(), note.since(), renewed.plus(LIFE));
    return Upload.of(Names.LOCK, now.bytes());
  }

  private static Optional<Note> read(Connection connection) throws IOException {
    return connection.read(Names.LOCK).flatMap(Note::of);
  }

  private TargetException held(Note other) {
    return config.refused(
        ProblemCode.DICH_DANG_CO_NGUOI,
        null,
        other.who(),
        TIME.format(other.since()),
        TIME.format(other.until()));
  }
}
