package vn.cachlamhay.importer;

/**
 * Where a text comes from.
 *
 * @param name for people, and for the report: a path, a name in an archive, an address
 * @param fileName of the original as it is kept
 * @param bytes of the original
 * @param address of a page that was fetched; empty for files
 */
record Origin(String name, String fileName, byte[] bytes, String address) {}
