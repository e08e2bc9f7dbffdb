/**
 * Rich text from anywhere, HTML above all, made into blocks and these into Markdown for articles.
 */
package vn.cachlamhay.richtext;
