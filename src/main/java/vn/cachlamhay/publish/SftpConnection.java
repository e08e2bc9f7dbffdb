package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.publish.SftpAttributes.Kind;

/**
 * A line to a folder by SFTP. A file that is written costs three round trips, whatever its size:
 * one opens it, one carries its bytes and closes it, and one renames it, which must not be sent
 * before the bytes are known to be there. Folders are made when opening a file fails for want of
 * them.
 */
final class SftpConnection implements Connection {

  private static final int READ = SftpConstants.SSH_FXF_READ;
  private static final int NEW = SftpConstants.SSH_FXF_WRITE | SftpConstants.SSH_FXF_CREAT;

  private final TargetConfig config;
  private final SftpWire wire;
  private final SftpRefusals refusals;
  private final String root;
  private final Set<String> folders;

  /**
   * @param root folder of the target
   * @param folders that any of its connections has seen there
   */
  SftpConnection(TargetConfig config, SftpWire wire, String root, Set<String> folders) {
    this.config = config;
    this.wire = wire;
    this.root = root;
    this.folders = folders;
    this.refusals = new SftpRefusals(config, wire, root);
  }

  /**
   * Whether the folder of the target is there, or can be made by making only itself.
   *
   * @throws TargetException where not
   */
  void check() throws IOException {
    if (kind(root, true) == Kind.FILE) {
      throw config.refused(ProblemCode.DICH_VUONG_TEP, null, root);
    }
    String parent = root.substring(0, Math.max(root.lastIndexOf('/'), 0));
    if (kind(root, true) == Kind.NOTHING
        && !parent.isEmpty()
        && kind(parent, true) == Kind.NOTHING) {
      throw config.refused(ProblemCode.DICH_KHONG_CO_THU_MUC, null, parent);
    }
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    return new SftpReading(wire, refusals).read(at(path), path);
  }

  @Override
  public void write(Upload file) throws IOException {
    String aside = at(Names.aside(file.path()));
    byte[] handle = make(aside, NEW | SftpConstants.SSH_FXF_TRUNC, file.path(), file.size());
    fill(handle, file, aside);
    place(aside, file.path());
  }

  @Override
  public boolean create(Upload file) throws IOException {
    String place = at(file.path());
    byte[] handle;
    try {
      handle = open(place, NEW | SftpConstants.SSH_FXF_EXCL, file.path());
    } catch (SftpException e) {
      if (kind(place, false) != Kind.NOTHING) {
        return false;
      }
      throw refusals.writing(e, file.path(), file.size());
    }
    fill(handle, file, place);
    return true;
  }

  @Override
  public boolean copy(String from, String to) throws IOException {
    if (!copiesItself()) {
      Optional<byte[]> bytes = read(from);
      if (bytes.isPresent()) {
        write(Upload.of(to, bytes.get()));
      }
      return bytes.isPresent();
    }
    String aside = at(Names.aside(to));
    int opening = wire.open(at(from), READ);
    byte[] target = make(aside, NEW | SftpConstants.SSH_FXF_TRUNC, to, 0);
    byte[] source;
    try {
      source = wire.opened(opening);
    } catch (SftpException e) {
      refused(wire.close(target));
      remove(aside);
      if (SftpRefusals.isMissing(e)) {
        return false;
      }
      throw refusals.reading(e, from);
    }
    var answers = new SftpAnswers(wire);
    answers.expect(wire.copy(source, target));
    answers.expect(wire.close(source));
    answers.expect(wire.close(target));
    settle(answers, to, aside);
    place(aside, to);
    return true;
  }

  /** Whether the server copies files without sending them here and back. */
  boolean copiesItself() {
    return wire.has("copy-data");
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      wire.done(wire.remove(at(path)));
    } catch (SftpException e) {
      if (!SftpRefusals.isMissing(e)) {
        throw refusals.writing(e, path, 0);
      }
    }
  }

  @Override
  public void deleteEmptyFolder(String path) throws IOException {
    folders.remove(at(path));
    try {
      wire.done(wire.removeFolder(at(path)));
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED) {
        throw refusals.writing(e, path, 0);
      }
    }
  }

  @Override
  public void list(Consumer<Listed> file) throws IOException {
    new SftpListing(wire, refusals, root, file).run();
  }

  @Override
  public void close() {
    wire.close();
  }

  /** The path that the server knows a file by. */
  static String at(String root, String path) {
    return root.endsWith("/") ? root + path : root + "/" + path;
  }

  private String at(String path) {
    return at(root, path);
  }

  private byte[] make(String place, int flags, String path, long size) throws IOException {
    try {
      return open(place, flags, path);
    } catch (SftpException e) {
      throw refusals.writing(e, path, size);
    }
  }

  /**
   * Opens a file to be written. Folders that nobody has seen yet are made on the way, whether they
   * are there or not: that takes no time of its own.
   */
  private byte[] open(String place, int flags, String path) throws IOException {
    List<String> all = foldersOf(path);
    List<String> unseen = all.stream().filter(folder -> !folders.contains(folder)).toList();
    try {
      return open(place, flags, unseen);
    } catch (SftpException e) {
      if (!SftpRefusals.isMissing(e) || unseen.size() == all.size()) {
        throw e;
      }
      // somebody has removed what was seen
      all.forEach(folders::remove);
      return open(place, flags, all);
    }
  }

  private byte[] open(String place, int flags, List<String> unseen) throws IOException {
    var making = new ArrayList<Integer>();
    for (String folder : unseen) {
      making.add(wire.makeFolder(folder));
    }
    int opening = wire.open(place, flags);
    Optional<SftpException> forbidden = Optional.empty();
    for (int number : making) {
      // most are there, which looks like a failure too
      Optional<SftpException> refused = refused(number).filter(SftpRefusals::isForbidden);
      forbidden = forbidden.isPresent() ? forbidden : refused;
    }
    try {
      byte[] handle = wire.opened(opening);
      folders.addAll(unseen);
      return handle;
    } catch (SftpException e) {
      throw SftpRefusals.isMissing(e) ? forbidden.orElse(e) : e;
    }
  }

  private List<String> foldersOf(String path) {
    var above = new ArrayList<String>(List.of(root));
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      above.add(at(path.substring(0, end)));
    }
    return above;
  }

  private void fill(byte[] handle, Upload file, String place) throws IOException {
    var answers = new SftpAnswers(wire);
    try (InputStream in = file.open()) {
      byte[] piece = new byte[SftpWire.PIECE];
      long offset = 0;
      int length = in.readNBytes(piece, 0, piece.length);
      while (length > 0 && !answers.isRefused()) {
        answers.expect(wire.write(handle, offset, piece, length));
        offset += length;
        length = in.readNBytes(piece, 0, piece.length);
      }
    }
    answers.expect(wire.close(handle));
    settle(answers, file.path(), place);
  }

  /** Waits for the answers to what makes a file; where one is no, nothing is left of it. */
  private void settle(SftpAnswers answers, String path, String place) throws IOException {
    Optional<SftpException> refused = answers.fetchAll();
    if (refused.isPresent()) {
      remove(place);
      throw refusals.filling(refused.get(), path);
    }
  }

  /** Puts what is whole in the place of what is there. */
  private void place(String aside, String path) throws IOException {
    String place = at(path);
    Optional<SftpException> refused;
    if (wire.has("posix-rename@openssh.com")) {
      refused = refused(wire.replace(aside, place));
    } else {
      refused = refused(wire.rename(aside, place));
      if (refused.isPresent()) {
        // the protocol's own renaming may leave alone what is there: gone for a moment, at most
        int removing = wire.remove(place);
        int renaming = wire.rename(aside, place);
        refused(removing);
        refused = refused(renaming);
      }
    }
    if (refused.isPresent()) {
      remove(aside);
      if (kind(place, false) == Kind.FOLDER) {
        throw config.refused(ProblemCode.DICH_VUONG_TEP, refused.get(), path);
      }
      throw refusals.writing(refused.get(), path, 0);
    }
  }

  /** Takes away what is not whole; that it cannot be is told by what is tried next. */
  private void remove(String place) throws IOException {
    refused(wire.remove(place));
  }

  private Optional<SftpException> refused(int number) throws IOException {
    var answers = new SftpAnswers(wire);
    answers.expect(number);
    return answers.fetchAll();
  }

  private Kind kind(String place, boolean follow) throws IOException {
    try {
      Buffer answer = wire.answer(wire.stat(place, follow), SftpConstants.SSH_FXP_ATTRS);
      return SftpAttributes.read(answer).kind();
    } catch (SftpException e) {
      if (SftpRefusals.isMissing(e)) {
        return Kind.NOTHING;
      }
      throw refusals.reading(e, place);
    }
  }
}
