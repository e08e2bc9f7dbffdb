/** Step 2, first half: Markdown to HTML. */
package vn.cachlamhay.markdown;
