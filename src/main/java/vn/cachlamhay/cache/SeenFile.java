package vn.cachlamhay.cache;

import vn.cachlamhay.model.Digest;

/**
 * A file that something was made from, so that it need not be read to tell whether it has changed.
 *
 * @param stamp when its content was looked at
 */
public record SeenFile(FileStamp stamp, Digest content) {}
