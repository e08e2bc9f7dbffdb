package vn.cachlamhay.publish;

/** Publishing by WebDAV to nginx. */
class WebDavNginxPublishIT extends WebDavPublishContract {

  WebDavNginxPublishIT() {
    super(DavServer.Kind.NGINX);
  }
}
