/** Step 5: what the search page looks things up in. */
package vn.cachlamhay.search;
