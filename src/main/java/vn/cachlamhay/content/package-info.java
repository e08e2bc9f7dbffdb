/** Step 1: from the files that editors write to a library of checked articles. */
package vn.cachlamhay.content;
