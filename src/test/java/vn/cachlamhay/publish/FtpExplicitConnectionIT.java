package vn.cachlamhay.publish;

/** Each step by FTP, with TLS that is asked for. */
class FtpExplicitConnectionIT extends FtpConnectionContract {

  FtpExplicitConnectionIT() {
    super(FtpServer.Tls.EXPLICIT);
  }
}
