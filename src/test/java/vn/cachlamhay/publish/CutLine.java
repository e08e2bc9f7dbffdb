package vn.cachlamhay.publish;

import java.io.IOException;

/**
 * A target behind a network that can be cut.
 *
 * @param proxy the network
 * @param config of the target, with the address of the network
 */
record CutLine(CutProxy proxy, TargetConfig config) implements TargetContract.Cuttable {

  @Override
  public void cutAfter(long bytes) {
    proxy.cutAfter(bytes);
  }

  @Override
  public void mend() {
    proxy.mend();
  }

  @Override
  public long passed() {
    return proxy.passed();
  }

  @Override
  public void close() throws IOException {
    proxy.close();
  }
}
