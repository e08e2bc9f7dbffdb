/**
 * Texts from elsewhere made into drafts: files, folders, archives and addresses, each at most once.
 */
package vn.cachlamhay.importer;
