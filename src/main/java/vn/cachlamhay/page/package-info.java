/** Step 3: every page that will exist, its address and what it shows. */
package vn.cachlamhay.page;
