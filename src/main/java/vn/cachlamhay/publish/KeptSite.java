package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.Map;
import vn.cachlamhay.diag.ProblemCode;

/**
 * The site as it was before the last run, of which the host keeps what has changed since.
 *
 * @param hashes MD5 in hexadecimal of every file, by path
 */
record KeptSite(TargetConfig config, Map<String, String> hashes) implements Source {

  KeptSite {
    hashes = Map.copyOf(hashes);
  }

  @Override
  public long size(String path) {
    // nothing comes from here
    return 0;
  }

  @Override
  public void put(String path, Connection connection) throws IOException {
    if (!connection.copy(Names.KEPT + hashes.get(path), path)) {
      throw config.refused(ProblemCode.DANG_KHONG_QUAY_LAI, null, path);
    }
  }
}
