package vn.cachlamhay.publish;

/** Each step by WebDAV, on nginx. */
class WebDavNginxConnectionIT extends WebDavConnectionContract {

  WebDavNginxConnectionIT() {
    super(DavServer.Kind.NGINX);
  }

  @Override
  boolean showsHidden() {
    return false;
  }
}
