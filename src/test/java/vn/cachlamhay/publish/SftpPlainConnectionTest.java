package vn.cachlamhay.publish;

/** The same on a server that has nothing beside the protocol itself, as old ones do. */
class SftpPlainConnectionTest extends SftpConnectionTest {

  @Override
  String[] configuration() {
    return new String[] {
      "Subsystem sftp internal-sftp -P posix-rename,copy-data,statvfs,hardlink,limits"
    };
  }
}
