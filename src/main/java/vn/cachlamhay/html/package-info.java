/** Step 2, second half: from raw HTML to clean HTML, plain text and headings; jsoup lives here. */
package vn.cachlamhay.html;
