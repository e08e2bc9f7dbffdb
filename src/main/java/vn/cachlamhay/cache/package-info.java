/** What a bake leaves for the next one, so that only what changed is made again. */
package vn.cachlamhay.cache;
