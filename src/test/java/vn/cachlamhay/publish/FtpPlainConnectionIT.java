package vn.cachlamhay.publish;

/** Each step by FTP, without TLS. */
class FtpPlainConnectionIT extends FtpConnectionContract {

  FtpPlainConnectionIT() {
    super(FtpServer.Tls.NONE);
  }
}
