package vn.cachlamhay.publish;

import java.util.UUID;

/** Names for runs and sheets, of which no two are alike. Stateless. */
final class Ids {

  /** How the ids of runs begin that bring an earlier state back. */
  private static final String BACK = "r-";

  private Ids() {}

  static String next() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  static String back() {
    return BACK + next();
  }

  static boolean isBack(String id) {
    return id.startsWith(BACK);
  }
}
