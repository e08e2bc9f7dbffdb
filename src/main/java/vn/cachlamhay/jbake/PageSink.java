package vn.cachlamhay.jbake;

/** Takes the finished pages, from any thread. */
public interface PageSink {

  /**
   * Takes a page.
   *
   * @return the hash of its bytes
   */
  String put(String uri, byte[] bytes);

  /** Keeps the page that is there; false where its hash is another one. */
  boolean keep(String uri, String hash);
}
