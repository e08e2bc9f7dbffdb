package vn.cachlamhay.publish;

/** Each step by WebDAV, on Apache. */
class WebDavApacheConnectionIT extends WebDavConnectionContract {

  WebDavApacheConnectionIT() {
    super(DavServer.Kind.APACHE);
  }
}
