/** What hosts want to be told, in their own files: redirects, headers, types, the page for 404. */
package vn.cachlamhay.host;
