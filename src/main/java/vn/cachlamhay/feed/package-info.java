/** Step 5: what other programs read: feeds, the site map, robots.txt, redirects, OpenSearch. */
package vn.cachlamhay.feed;
