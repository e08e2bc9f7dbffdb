/** What was written elsewhere, made into Markdown for articles: pasted text and its pictures. */
package vn.cachlamhay.importer;
