/** What makes a site readable without a network and installable: worker, manifest, icons. */
package vn.cachlamhay.offline;
