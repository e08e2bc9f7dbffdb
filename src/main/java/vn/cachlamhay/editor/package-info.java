/** The editor at {@code /bien-tap/}: what its page asks of the site's articles, as JSON. */
package vn.cachlamhay.editor;
