/** The numbered steps from files to site, with their timings, and nothing else. */
package vn.cachlamhay.build;
