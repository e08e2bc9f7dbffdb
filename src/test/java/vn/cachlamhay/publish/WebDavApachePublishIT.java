package vn.cachlamhay.publish;

/** Publishing by WebDAV to Apache. */
class WebDavApachePublishIT extends WebDavPublishContract {

  WebDavApachePublishIT() {
    super(DavServer.Kind.APACHE);
  }
}
