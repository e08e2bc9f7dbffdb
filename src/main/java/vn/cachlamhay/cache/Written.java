package vn.cachlamhay.cache;

import java.util.Optional;

/**
 * A file of the finished site.
 *
 * @param hash MD5 of its bytes
 * @param stamp when it was written
 * @param source the stamp of the file that it is a copy of, if it is one
 */
public record Written(String hash, FileStamp stamp, Optional<FileStamp> source) {}
