/** Step 6: writes what changed, all or nothing, and keeps a manifest of hashes. */
package vn.cachlamhay.output;
