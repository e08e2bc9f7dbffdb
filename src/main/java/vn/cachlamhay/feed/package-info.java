/** Step 5: what other programs read: feeds, the site map, the rules for robots, redirects. */
package vn.cachlamhay.feed;
