package vn.cachlamhay.cache;

/** The cache is not what it was when it was written: the bake has to start again without it. */
public final class StaleCacheException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StaleCacheException(String what) {
    super(what);
  }
}
