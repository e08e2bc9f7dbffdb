package vn.cachlamhay.publish;

/** Each step by FTP, with TLS from the beginning. */
class FtpImplicitConnectionIT extends FtpConnectionContract {

  FtpImplicitConnectionIT() {
    super(FtpServer.Tls.IMPLICIT);
  }
}
