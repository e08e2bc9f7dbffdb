package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Carries a plan out. For one run and one thread. */
final class Run {

  private final TargetConfig config;
  private final Target target;
  private final Crew crew;
  private final Books books;
  private final PublishListener listener;
  private final Sheet after;
  private final Journal journal;

  /**
   * @param after all files as they are to be
   */
  Run(
      TargetConfig config,
      Target target,
      Crew crew,
      Books books,
      PublishListener listener,
      Sheet after) {
    this.config = config;
    this.target = target;
    this.crew = crew;
    this.books = books;
    this.listener = listener;
    this.after = after;
    this.journal = new Journal(after.id(), after.time());
  }

  /**
   * @param bytes to be sent
   */
  void carryOut(Source source, Known known, Plan plan, long bytes) throws IOException {
    if (target.isAtomic()) {
      move(source, known, plan, bytes);
      books.write(after, known.base());
      crew.call(connection -> finish(connection, plan));
      return;
    }
    Set<String> unneeded = prepare(known, plan);
    crew.between(journal::writeIfDue);
    move(source, known, plan, bytes);
    books.write(after, known.base());
    tidy(unneeded);
  }

  /** Writes down what has been done so far. */
  Boolean writeJournal(Connection connection) throws IOException {
    return journal.write(connection);
  }

  /**
   * Notes on the host what is about to happen, and keeps what will be replaced.
   *
   * @return hashes of files that were kept for the state before the last one
   */
  private Set<String> prepare(Known known, Plan plan) throws IOException {
    Optional<Sheet> old = books.sheet(Names.PREVIOUS);
    Optional<Sheet> begun =
        old.filter(
            sheet -> known.unfinished().filter(run -> run.id().equals(sheet.base())).isPresent());
    if (known.unfinished().isPresent()) {
      String last = known.last().map(Sheet::id).orElse(Sheet.NOTHING);
      books.write(
          new Sheet(last, Sheet.NOTHING, after.time(), after.who(), known.hashes()), known.base());
    }
    var needed = new HashSet<String>(Set.of(Sheet.GONE, Sheet.UNSURE));
    var unneeded = new HashSet<String>();
    if (begun.isEmpty()) {
      old.ifPresent(sheet -> unneeded.addAll(sheet.lines().values()));
    }
    if (config.is("keep", target.copiesItself())) {
      Sheet previous = previous(known, plan, begun);
      books.write(Names.PREVIOUS, previous);
      keep(previous, known, plan);
      needed.addAll(previous.lines().values());
    } else if (old.isPresent()) {
      unneeded.addAll(old.get().lines().values());
      crew.call(connection -> delete(connection, Names.PREVIOUS));
    }
    known.unfinished().ifPresent(run -> unneeded.addAll(Names.kept(run.lines().keySet())));
    unneeded.removeAll(needed);
    books.write(Names.INTENDED, intended(known, plan, unneeded));
    return unneeded;
  }

  private Sheet intended(Known known, Plan plan, Set<String> unneeded) {
    var lines = new HashMap<String, String>();
    unneeded.forEach(hash -> lines.put(Names.KEPT + hash, Sheet.GONE));
    plan.sent().forEach(path -> lines.put(path, after.lines().get(path)));
    plan.removed().forEach(path -> lines.put(path, Sheet.GONE));
    String last = known.last().map(Sheet::id).orElse(Sheet.NOTHING);
    return new Sheet(after.id(), last, after.time(), after.who(), lines);
  }

  /**
   * The way back: what the files were that will be others.
   *
   * @param begun that of a run that was cut off, if it knew one
   */
  private Sheet previous(Known known, Plan plan, Optional<Sheet> begun) {
    var lines = new HashMap<String, String>();
    plan.added().forEach(path -> lines.put(path, Sheet.GONE));
    plan.changed().forEach(path -> lines.put(path, known.hashes().get(path)));
    plan.removed().forEach(path -> lines.put(path, known.hashes().get(path)));
    begun.ifPresent(sheet -> lines.putAll(sheet.lines()));
    String last = known.last().map(Sheet::id).orElse(Sheet.NOTHING);
    return new Sheet(last, after.id(), after.time(), after.who(), lines);
  }

  /** Keeps the files of the state before that are still there and will go. */
  private void keep(Sheet previous, Known known, Plan plan) throws IOException {
    var going = new ArrayList<>(plan.changed());
    going.addAll(plan.removed());
    var kept = new HashSet<String>(Set.of(Sheet.UNSURE, Sheet.GONE));
    going.removeIf(
        path -> {
          String hash = previous.lines().get(path);
          String now = known.hashes().get(path);
          return !(now.equals(hash) || now.equals(Sheet.UNSURE)) || !kept.add(hash);
        });
    crew.forEach(
        going,
        (connection, path) -> {
          String place = Names.KEPT + previous.lines().get(path);
          boolean unsure = known.hashes().get(path).equals(Sheet.UNSURE);
          // a run that was cut off kept it before it put anything else in its place
          if (!unsure || connection.read(place).isEmpty()) {
            connection.copy(path, place);
          }
        });
  }

  private void move(Source source, Known known, Plan plan, long bytes) throws IOException {
    Set<String> unsure = known.unsure();
    List<String> sent = plan.sent();
    // a host that finds a compressed copy looks no further, even where the page is another one or
    // gone
    List<String> copies = plan.removed().stream().filter(Stage::isCompressed).toList();
    crew.forEach(copies, (connection, path) -> remove(connection, path, unsure));
    listener.begins(PublishListener.Work.SEND, sent.size(), bytes);
    for (Stage stage : Stage.values()) {
      List<String> now = sent.stream().filter(path -> Stage.of(path) == stage).toList();
      crew.forEach(now, (connection, path) -> send(source, path, connection));
    }
    var gone = new ArrayList<>(plan.removed());
    gone.addAll(plan.foreign());
    var later = new ArrayList<>(gone);
    later.removeAll(new HashSet<>(copies));
    listener.begins(PublishListener.Work.REMOVE, later.size(), 0);
    // what leads somewhere goes before it does, and pages before what they need
    for (Stage stage : Stage.lastFirst()) {
      List<String> now = later.stream().filter(path -> Stage.of(path) == stage).toList();
      crew.forEach(now, (connection, path) -> remove(connection, path, unsure));
    }
    deleteEmptyFolders(gone, source.hashes().keySet());
  }

  private void send(Source source, String path, Connection connection) throws IOException {
    source.put(path, connection);
    journal.put(path, source.hashes().get(path));
    listener.done(path, source.size(path));
  }

  private void remove(Connection connection, String path, Set<String> unsure) throws IOException {
    connection.delete(path);
    if (unsure.contains(path)) {
      // it may have been on its way when the run was cut off
      connection.delete(Names.aside(path));
    }
    journal.removed(path);
    listener.done(path, 0);
  }

  /** Deepest first. */
  private void deleteEmptyFolders(List<String> gone, Set<String> left) throws IOException {
    var folders = new TreeSet<String>();
    gone.forEach(path -> addFolders(path, folders));
    var wanted = new HashSet<String>();
    left.forEach(path -> addFolders(path, wanted));
    folders.removeAll(wanted);
    for (String folder : folders.descendingSet()) {
      crew.call(
          connection -> {
            connection.deleteEmptyFolder(folder);
            return true;
          });
    }
  }

  private static void addFolders(String path, Set<String> folders) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      folders.add(path.substring(0, end));
    }
  }

  private void tidy(Set<String> unneeded) throws IOException {
    crew.forEach(unneeded, (connection, hash) -> connection.delete(Names.KEPT + hash));
    crew.call(
        connection -> {
          connection.delete(Names.INTENDED);
          Journal.clear(connection);
          return true;
        });
  }

  private static Boolean delete(Connection connection, String path) throws IOException {
    connection.delete(path);
    return true;
  }

  private static Boolean finish(Connection connection, Plan plan) throws IOException {
    connection.finish(
        "Đăng trang web: +%d ~%d -%d"
            .formatted(plan.added().size(), plan.changed().size(), plan.removed().size()));
    return true;
  }
}
